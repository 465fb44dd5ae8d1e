import type { RegisterKey } from './register.ts';

/** The word in the middle of a number the system gives. */
const WORDS: Readonly<Record<RegisterKey, string>> = {
  requests: '依申请',
  items: '主动公开',
  publications: '发布',
  normativeDocuments: '规范性文件',
  administrative: '月报',
  remedies: '复议诉讼',
  tickets: '工单',
  activities: '活动',
  problems: '问题',
};

/** `2026-CYZ-依申请-0007`: the n-th record of an agency's register in a year. */
export function formatNumber(year: number, agency: string, register: RegisterKey, n: number): string {
  return `${year}-${agency.toUpperCase()}-${WORDS[register]}-${String(n).padStart(4, '0')}`;
}
