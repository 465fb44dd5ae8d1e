import { parseDay } from '#lib/day.ts';
import type { PublishingSettings } from './entries/entry.ts';
import { THRESHOLDS } from './freshness.ts';
import { isCreditCode } from './indexNumber.ts';

/** The rule a township is told before it opens pages of its own. */
export const SITE_RULE = {
  says: '乡镇、街道原则上不开设政府门户网站，通过上级政府门户网站开展政务公开。本系统的公开页可以用来预览；确有依据开通的，请写明依据。',
  basis: ['SITE2017'],
} as const;

const ID_CODE = /^[0-9A-Za-z]{8,20}$/;
const DOMAIN = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/i;

function siteProblems(site: PublishingSettings['site']): string[] {
  if (!site) return [];
  const problems: string[] = [];
  if (site.idCode && !ID_CODE.test(site.idCode)) problems.push(`“网站标识码”“${site.idCode}”不对，一般是10位数字，请核对`);
  if (site.domain && !DOMAIN.test(site.domain))
    problems.push(`“网站域名”“${site.domain}”不对，请写成 www.example.gov.cn 的样子，不带 https://`);
  if (site.reportErrors && !/^https?:\/\/\S+$/i.test(site.reportErrors)) problems.push('“找错入口”请填写以 https:// 开头的网址');
  return problems;
}

/** What is wrong with settings before they are kept, each naming its field as the screen does. In Chinese, without a full stop. */
export function settingsProblems(s: PublishingSettings): string[] {
  const problems: string[] = [];
  const code = s.creditCode?.trim() ?? '';
  if (code !== '' && !isCreditCode(code.toUpperCase()))
    problems.push(`“统一社会信用代码”${code}不对：应为18位，最后一位是校验位，请对照证书核对`);
  for (const key of Object.keys(s.thresholds)) if (!THRESHOLDS.some((t) => t.key === key)) problems.push(`“更新期限”里没有“${key}”这一种`);
  for (const [wrong, right] of Object.entries(s.words)) if (wrong === right) problems.push(`“自用词表”里“${wrong}”错的和对的一样`);
  for (const [wrong, right] of Object.entries(s.formerNames)) {
    if (right === '') problems.push(`“错误或者旧的名称”里“${wrong}”没有写正确名称`);
    else if (right.includes(wrong)) problems.push(`“错误或者旧的名称”里“${wrong}”包含在正确名称“${right}”中，检查时会把对的也当成错的`);
  }
  for (const [name, post] of Object.entries(s.leaders)) if (post === '') problems.push(`“领导姓名和职务”里${name}没有写职务`);
  for (const name of Object.keys(s.leadersUntil)) if (!(name in s.leaders)) problems.push(`“领导任职至”里的${name}不在领导名单中`);
  return [...problems, ...siteProblems(s.site)];
}

/** Who holds which post on a day: those whose term has ended are left out. */
export function leadersOn(s: Pick<PublishingSettings, 'leaders' | 'leadersUntil'>, on: string): Record<string, string> {
  return Object.fromEntries(Object.entries(s.leaders).filter(([name]) => on <= (parseDay(s.leadersUntil[name] ?? '') ?? '9999-12-31')));
}

/** A setting that two versions have differently, in words. */
export interface SettingChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const SITE_LABELS: Readonly<Record<keyof NonNullable<PublishingSettings['site']>, string>> = {
  name: '网站名称',
  organiser: '主办单位',
  domain: '网站域名',
  idCode: '网站标识码',
  icp: 'ICP备案号',
  police: '公安备案号',
  contact: '联系方式',
  reportErrors: '找错入口',
};

const pairs = (record: Readonly<Record<string, string>>): string =>
  Object.entries(record)
    .map(([a, b]) => `${a}→${b || '删去'}`)
    .join('、');

/** Every setting as a line of words, in the order of the screen. */
function worded(s: PublishingSettings): [string, string][] {
  const site = Object.entries(SITE_LABELS).map(([k, label]): [string, string] => [label, s.site?.[k as keyof typeof SITE_LABELS] ?? '']);
  return [
    ['统一社会信用代码', s.creditCode ?? ''],
    ['本系统的公开页', s.portal ? '开通' : '不开通'],
    ['从哪天起算', s.startedOn ?? ''],
    ['不公开信息几个月评估一次', String(s.reassessMonths)],
    ...THRESHOLDS.map((t): [string, string] => [
      `更新期限：${t.label}`,
      s.thresholds[t.key] ? `${s.thresholds[t.key]}天` : `${t.days}天（通常要求）`,
    ]),
    ['自用词表', pairs(s.words)],
    ['机关单位规范名称', s.agencyNames.join('、')],
    ['错误或者旧的名称', pairs(s.formerNames)],
    ['领导姓名和职务', pairs(s.leaders)],
    ['领导任职至', pairs(s.leadersUntil)],
    ['常用查找', s.frequentSearches.join('、')],
    ...site,
  ];
}

/** What a later version of the settings changed. */
export function settingsChanges(before: PublishingSettings, after: PublishingSettings): SettingChange[] {
  const was = new Map(worded(before));
  return worded(after).flatMap(([label, now]) => (was.get(label) === now ? [] : [{ label, before: was.get(label) ?? '', after: now }]));
}
