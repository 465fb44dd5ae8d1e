import type { EntryBody } from '#domain/publishing/entries/entry.ts';

/** What an office of the example has beside its documents. */
export interface DemoOffice {
  readonly settings: Partial<EntryBody<'settings'>>;
  readonly guide: EntryBody<'guide'>;
  /** Each with how many days ago something new came out there. */
  readonly places: readonly (Omit<EntryBody<'place'>, 'lastOn'> & { readonly daysAgo: number })[];
  /** The village that hands something in, and what. */
  readonly village: { readonly unit: string; readonly title: string; readonly formedOn: string; readonly text: string };
}

type DemoPlace = DemoOffice['places'][number];

function place(kind: DemoPlace['kind'], name: string, address: string, daysAgo: number, everyDays: number): DemoPlace {
  return {
    kind,
    name,
    address,
    keeper: '演示保管人',
    column: null,
    everyDays,
    daysAgo,
    openedOn: '2024-01-02',
    closedOn: null,
    remark: '演示',
  };
}

function placesOf(town: string, county: string): DemoPlace[] {
  return [
    place('siteColumn', `${county}人民政府网站${town}专栏（演示）`, '县人民政府网站政府信息公开栏目', 5, 14),
    place('wechat', `“${town}”微信公众号（演示）`, '微信公众号', 6, 14),
    place('board', `${town}政务公示栏（演示）`, '镇人民政府院内东墙', 14, 30),
    place('loudspeaker', `${town}村广播（大喇叭，演示）`, '各村村部', 41, 30),
    place('readingPlace', `${town}便民服务中心政府信息查阅点（演示）`, '便民服务中心一楼大厅', 24, 90),
  ];
}

function guideOf(town: string, address: string, phone: string): EntryBody<'guide'> {
  return {
    elements: {
      classification: '机构职能、政策文件、财政预决算、重点领域信息、通知公告等类，分主动公开和依申请公开两种方式。',
      arrangement: '按栏目编排，每条信息有索引号、信息名称、内容概述、生成日期，并可按年份、类别和有效性筛选。',
      access: '网上查阅本专栏；到便民服务中心查阅点查阅；当面、邮寄或者网上申请公开。',
      officeName: `${town}人民政府办公室`,
      address,
      hours: '工作日上午8:30—11:30，下午1:30—5:00',
      phone,
      fax: '无',
      internet: '本专栏网上申请，或发电子邮件至 yanshi@example.com（演示）',
    },
    body: '<h2>怎样查找</h2><p>在专栏首页按栏目查找，或者用搜索框搜索。</p><h2>怎样申请</h2><p>写明姓名或者名称、身份证明、联系方式，所需信息的名称或者便于查询的其他特征，以及获取信息的方式。</p><h2>多久答复</h2><p>收到申请之日起20个工作日内答复；需要延长的，最多延长20个工作日。</p>',
    effectiveOn: '2026-01-05',
    reviewedOn: '2026-01-05',
  };
}

export const OFFICES: Readonly<Record<'sfz' | 'cyz', DemoOffice>> = {
  sfz: {
    settings: { leaders: { 演示镇长: '镇长', 演示副镇长: '副镇长' }, startedOn: '2026-01-01' },
    guide: guideOf('示范镇', '示范县示范镇演示路1号（演示）', '000-00000000（演示）'),
    places: placesOf('示范镇', '示范县'),
    village: {
      unit: 'sfz-c1',
      title: '演示村2026年第三季度村级财务收支',
      formedOn: '2026-11-16',
      text: '第三季度收入4.2万元，支出3.6万元，结余0.6万元。\n支出主要用于村道养护和保洁。数字均为虚构。',
    },
  },
  cyz: {
    settings: { startedOn: '2026-01-01' },
    guide: guideOf('朝阳镇', '辉南县朝阳镇（演示地址）', '0435-0000000（演示）'),
    places: placesOf('朝阳镇', '辉南县'),
    village: {
      unit: 'cyz-c1',
      title: '演示一村2026年第三季度村级财务收支',
      formedOn: '2026-11-16',
      text: '第三季度收入3.1万元，支出2.8万元，结余0.3万元。数字均为虚构。',
    },
  },
};
