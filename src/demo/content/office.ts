import type { EntryBody } from '#domain/publishing/entries/entry.ts';
import { addDays, day } from '#lib/day.ts';
import type { DemoClarification, DemoCorrection, DemoSubmission } from './shape.ts';
import { CHAOYANG_TOWN, SHIFAN, type Town } from './town.ts';
import { HOURS } from './townships/alike.ts';
import { recent } from './when.ts';

/** What an office of the example has beside its documents. */
export interface DemoOffice {
  readonly settings: Partial<EntryBody<'settings'>>;
  readonly guide: EntryBody<'guide'>;
  /** Each with the day something new was last noted there. */
  readonly places: readonly EntryBody<'place'>[];
  readonly submissions: readonly DemoSubmission[];
  readonly corrections: readonly DemoCorrection[];
  readonly clarifications: readonly DemoClarification[];
}

/** The foot of the site, set by the county at the top: numbers that are nobody's. */
export const DEMO_SITE: NonNullable<EntryBody<'settings'>['site']> = {
  name: '政府信息公开演示网站',
  organiser: '演示单位',
  domain: 'yanshi.example.com',
  idCode: '0000000000',
  icp: '演ICP备00000000号（演示）',
  police: '演公网安备00000000000000号（演示）',
  contact: '000-00000000（演示）',
  reportErrors: 'https://yanshi.example.com/zhaocuo',
};

function settingsOf(town: Town): DemoOffice['settings'] {
  const { name, county, creditCode, leaders } = town;
  const [mayor, first, second] = leaders;
  return {
    creditCode,
    leaders: { [mayor]: '镇长', [first]: '副镇长', [second]: '副镇长' },
    agencyNames: [`${name}人民政府`, `${county}人民政府`, '党政综合办公室', '社会事务办公室', '农业农村办公室', '应急管理办公室'],
    formerNames: { 社会事务科: '社会事务办公室', 农业服务中心站: '农业综合服务中心' },
    words: { 一卡统: '一卡通', 宅机地: '宅基地' },
    startedOn: '2026-01-01',
    frequentSearches: ['低保', '宅基地', '医保', '耕地补贴', '预算', '公益性岗位'],
  };
}

type Place = readonly [kind: EntryBody<'place'>['kind'], name: string, address: string, daysAgo: number, everyDays: number];

function placesOf({ agency, name, county, villages }: Town, today: string): EntryBody<'place'>[] {
  const all: readonly Place[] = [
    ['siteColumn', `${county}人民政府网站${name}专栏（演示）`, '县人民政府网站政府信息公开栏目', 5, 14],
    ['wechat', `“${name}”微信公众号（演示）`, '微信公众号', 4, 14],
    ['board', `${name}政务公示栏（演示）`, '镇人民政府院内东墙', 9, 30],
    ['board', `${villages[0]}村务公示栏（演示）`, `${villages[0]}村委会院内`, 16, 60],
    // One township's broadcasts are up to date, the other's are not: the inspection has something to say.
    ['loudspeaker', `${name}村广播（大喇叭，演示）`, '各村村部', agency === 'cyz' ? 7 : 41, 30],
    ['readingPlace', `${name}便民服务中心政府信息查阅点（演示）`, '便民服务中心一楼大厅', 24, 90],
  ];
  return all.map((p) => placeOf(today, ...p));
}

/** A place outside with how many days ago something new was last there. */
export function placeOf(today: string, ...[kind, name, address, daysAgo, everyDays]: Place): EntryBody<'place'> {
  return {
    kind,
    name,
    address,
    keeper: '演示保管人',
    column: null,
    everyDays,
    lastOn: addDays(day(today), -daysAgo),
    openedOn: '2024-01-02',
    closedOn: null,
    remark: '演示',
  };
}

interface Guided {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  /** Where the public reads on paper. */
  readonly readAt: string;
}

/** The guide of an office, complete as Art. 12 asks. */
export function guideOf({ name, address, phone, readAt }: Guided, today: string): EntryBody<'guide'> {
  return {
    elements: {
      classification: '机构职能、政策文件、财政预决算、重点领域信息、通知公告等类，分主动公开和依申请公开两种方式。',
      arrangement: '按栏目编排，每条信息有索引号、信息名称、内容概述、生成日期，并可按年份、类别和有效性筛选。',
      access: `网上查阅本专栏；到${readAt}查阅；当面、邮寄或者网上申请公开。`,
      officeName: `${name}人民政府办公室`,
      address,
      hours: HOURS,
      phone,
      fax: '无',
      internet: '本专栏网上申请，或发电子邮件至 yanshi@example.com（演示）',
    },
    body: '<h2>怎样查找</h2><p>在专栏首页按栏目查找，或者用搜索框搜索。</p><h2>怎样申请</h2><p>写明姓名或者名称、身份证明、联系方式，所需信息的名称或者便于查询的其他特征，以及获取信息的方式。</p><h2>多久答复</h2><p>收到申请之日起20个工作日内答复；需要延长的，最多延长20个工作日。</p>',
    effectiveOn: '2026-01-05',
    reviewedOn: addDays(day(today), -75),
  };
}

function submissionsOf({ agency, villages }: Town, today: string): DemoSubmission[] {
  const unit = `${agency}-c1`;
  return [
    {
      unit,
      title: `${villages[0]}公益性岗位保洁员排班公示`,
      formedOn: recent(today, 1, 1)[0],
      text: '本村保洁员4人，分东、西两片，每天两次清扫，每周一集中清运。\n排班表贴在村公示栏，对保洁情况有意见的可以向村委会反映。人员和数字均为虚构。',
      returned: null,
    },
    {
      unit,
      title: `${villages[0]}低保对象名单`,
      formedOn: recent(today, 6, 1)[0],
      text: '本村低保对象名单及身份证号、银行卡号见附件。（演示：附件未提供）',
      returned: '名单里有身份证号和银行卡号，不能公开。请只写姓名、所在村民小组和保障人数，删去其他个人信息',
    },
  ];
}

const CORRECTIONS: Readonly<Record<Town['agency'], readonly DemoCorrection[]>> = {
  sfz: [
    {
      key: 'insurance',
      foundOn: '2026-10-20',
      foundBy: '演示群众来电',
      wrong: '缴费截止日期误写为2026年12月20日。',
      right: '应为2026年12月31日，已更正并重新发布。',
      correctedOn: '2026-10-21',
    },
  ],
  cyz: [
    {
      key: 'seasonal-work',
      foundOn: '2026-09-17',
      foundBy: '演示合作社来信',
      wrong: '登记截止日期误写为9月25日。',
      right: '应为9月30日，已更正并重新发布。',
      correctedOn: '2026-09-18',
    },
  ],
};

/** A township's office as it stands on a day. */
export function officeOf(agency: Town['agency'], today: string): DemoOffice {
  const town = agency === 'sfz' ? SHIFAN : CHAOYANG_TOWN;
  const [foundOn] = recent(today, agency === 'cyz' ? 9 : 8, 1);
  return {
    settings: settingsOf(town),
    guide: guideOf({ ...town, readAt: '便民服务中心查阅点' }, today),
    places: placesOf(town, today),
    submissions: submissionsOf(town, today),
    corrections: CORRECTIONS[agency],
    clarifications: [{ key: 'rumour', foundOn, where: '村民微信群（网格员发现）', claim: '“低保户要交200元重新认定，逾期取消资格。”' }],
  };
}
