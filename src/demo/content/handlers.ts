import type { EntryBody } from '#domain/publishing/entries/entry.ts';

const PARTY_OFFICE = '党政综合办公室';
const FARMING = '农业农村办公室';
const SOCIAL = '社会事务办公室';

/** Which office of a township makes what stands in a column public, by the column of the duty. */
const BY_COLUMN: Readonly<Record<string, string>> = {
  statistics: '经济发展办公室',
  planning: '经济发展办公室',
  projects: '经济发展办公室',
  licences: '便民服务中心',
  penalties: '综合行政执法队',
  inspection: '综合行政执法队',
  budget: '财政所',
  accounts: '财政所',
  charges: '财政所',
  procurement: '财政所',
  livelihood: SOCIAL,
  emergency: '应急管理办公室',
  'key-1': FARMING,
  'key-2': FARMING,
  'key-3': FARMING,
  'key-4': FARMING,
  'key-5': '自然资源所',
  'key-6': '自然资源所',
  'key-7': FARMING,
  'key-8': SOCIAL,
};

/** Who in a township of the example makes a duty's information public: the office whose work it is, else the one that keeps the whole. */
export function handlerOf(duty: Pick<EntryBody<'duty'>, 'column'>): string {
  return BY_COLUMN[duty.column ?? ''] ?? PARTY_OFFICE;
}
