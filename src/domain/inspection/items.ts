import type { Evidence, LimitKey } from './limits.ts';

/** 单项否决: one hit fails the whole. 扣分: points of the administrator's table. 提醒: ours, no part of the official list. */
export type Severity = 'veto' | 'deduct' | 'remind';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { veto: '单项否决', deduct: '扣分', remind: '提醒' };

/** One thing an inspection looks at. */
export interface Item {
  readonly label: string;
  readonly severity: Severity;
  readonly basis: readonly string[];
  readonly evidence: Evidence | 'text';
  readonly limits: readonly LimitKey[];
  /** What to do where it was hit. */
  readonly todo: string;
  /** Where in the console. */
  readonly link: string;
}

const INSPECT = ['INSPECT2019'];
const ITEM_LIST = '/publishing';
const PLACES = '/publishing/places';
const GUIDE = '/publishing/guide';
const SETTINGS = '/publishing/settings';

const veto = (label: string, evidence: Evidence, limits: readonly LimitKey[], todo: string, link: string): Item => ({
  label,
  severity: 'veto',
  basis: INSPECT,
  evidence,
  limits,
  todo,
  link,
});
const deduct = (
  label: string,
  evidence: Evidence,
  todo: string,
  link: string,
  basis: readonly string[] = INSPECT,
  limits: readonly LimitKey[] = [],
): Item => ({
  label,
  severity: 'deduct',
  basis,
  evidence,
  limits,
  todo,
  link,
});
const remind = (
  label: string,
  basis: readonly string[],
  todo: string,
  link: string,
  limits: readonly LimitKey[] = [],
  evidence: Item['evidence'] = basis.some((b) => b.startsWith('OGIR2019')) ? 'text' : 'own',
): Item => ({ label, severity: 'remind', basis, evidence, limits, todo, link });

/** Everything that is looked at, in the order of the page. */
export const ITEMS = {
  reach: veto('站点无法访问', 'copy', ['visitDays', 'visitsADay', 'openSeconds', 'failedShare'], '请管服务器和域名的人排查。', ''),
  home: veto('首页不更新', 'copy', ['home'], '发布一条新的信息；没有新内容的，考虑撤并。', ITEM_LIST),
  columns: veto('栏目不更新', 'copy', ['news', 'notices', 'policy', 'lateColumns'], '逐个更新超期的栏目，不再用的关闭。', ITEM_LIST),
  staleColumns: veto('应更新栏目长期不更新', 'copy', ['staleColumns'], '按公开目录补上到期的内容。', '/publishing/duties'),
  emptyColumns: veto('空白栏目', 'copy', ['emptyColumns'], '补上内容，或者关闭不用的栏目。', ITEM_LIST),
  messages: veto('互动回应差', 'copies', ['message', 'messageSpan'], '尽快答复并登记办结日期。', '/registers/tickets'),
  services: veto('服务不实用', 'memory', [], '', ''),
  account: veto('政务新媒体不更新', 'memory', ['account'], '发布一条新的内容；不再运营的登记停用日期并办理注销。', PLACES),
  forgedDate: veto('发稿日期不实', 'copy', [], '核对实际发布日期；确有原因的，在发布记录的备注里写明。', '/registers/publications'),
  deadLinks: deduct('站内链接和附件打不开', 'memory', '改正链接，或者重新上传附件。', ITEM_LIST),
  externalLinks: deduct('站外链接打不开', 'memory', '改正或者删去打不开的链接。', ITEM_LIST),
  meta: deduct('页面标签不全', 'copies', '在“公开设置”里补上网站名称、域名、标识码；其余标签由系统写出。', SETTINGS, ['SITE2017']),
  footer: deduct('页脚信息不全', 'copy', '在“公开设置”里补上页脚信息。', SETTINGS, ['SITE2017']),
  reportErrors: deduct('没有找错入口', 'memory', '在“公开设置”里填写“我为政府网站找错”的地址。', SETTINGS),
  search: deduct('没有站内搜索', 'memory', '联系系统管理员。', ''),
  timeFormat: deduct('发布时间格式', 'copy', '联系系统管理员。', '', ['SITE2017']),
  slow: deduct('页面打开慢', 'copy', '联系系统管理员。', '', ['SITE2017'], ['pageSeconds']),
  ipv6: deduct('网站没有IPv6地址', 'memory', '请管域名的人给网站域名加上IPv6地址。', ''),
  interpretation: deduct('政策没有解读', 'memory', '发布解读；不需要解读的写明理由。', '/registers/normativeDocuments', ['DETAIL2016']),
  images: deduct('图片没有文字说明', 'memory', '打开这条信息，给图片写上说明。', ITEM_LIST),
  identity: remind('网站域名和标识码不合规定', ['SITE2017'], '在“公开设置”里核对网站域名和标识码。', SETTINGS, [], 'copy'),
  undated: remind('信息没有日期', INSPECT, '补填成文日期；没有日期的按没有更新计。', ITEM_LIST),
  catalogue: remind('目录要素不全', ['OGIR2019 12'], '补填索引、名称、内容概述、生成日期。', ITEM_LIST),
  validity: remind('有效性与实际不符', ['NORMATIVE2018'], '登记失效或者废止。', ITEM_LIST),
  late: remind('超过公开期限', ['OGIR2019 26'], '尽快公开；已经公开的补登发布日期。', ITEM_LIST, ['lookBack']),
  attachments: remind('附件读不出文字', ['OGIR2019 24'], '打开核对；扫描件请换成可以检索的文件。', ITEM_LIST),
  tombstones: remind('撤回的信息没有说明', ['LOCAL'], '补写撤回原因。', ITEM_LIST),
  duties: remind('公开目录有事项没有公开', ['OGIR2019 20', 'OGIR2019 21'], '按公开目录补上；确实没有的注明原因。', '/publishing/duties'),
  guideElements: remind('公开指南要素不全', ['OGIR2019 12'], '补全指南。', GUIDE),
  guideAge: remind('公开指南很久没有核对', ['OGIR2019 12'], '核对电话、地址、时间，记下核对日期。', GUIDE, ['guide'], 'own'),
  channel: remind('没有网上咨询渠道', INSPECT, '在公开指南里写明互联网联系方式。', GUIDE),
  annualReport: remind('年报没有按时公布', ['OGIR2019 50'], '编好年报并公布。', '/report'),
  places: remind('查阅点、公示栏等很久没有更新', ['OGIR2019 25'], '更新后登记日期；不用的登记停用日期。', PLACES, ['place'], 'own'),
  ownLimits: remind('栏目超过本单位自己定的更新期限', ['LOCAL'], '更新这个栏目；期限定得不合适的，在栏目里改。', '/publishing/columns'),
  backdated: remind('发布登记迟', ['LOCAL'], '在备注里写明补登的原因。', '/registers/publications', ['backdated', 'lookBack']),
} as const satisfies Readonly<Record<string, Item>>;

export type ItemKey = keyof typeof ITEMS;

export const ITEM_KEYS = Object.keys(ITEMS) as ItemKey[];

/** The item, with its type widened for readers that take any. */
export function itemOf(key: ItemKey): Item {
  return ITEMS[key];
}
