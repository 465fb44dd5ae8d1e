import { beforeAll, expect, it } from 'vitest';
import { type SearchDocument, searchService, termsOf } from '#domain/search/index.ts';
import { onEveryServer } from '../testing/database.ts';
import { searchStore, segment, writeDocuments } from './index.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');

type Told = Partial<Omit<SearchDocument, 'listed'>> & {
  readonly number?: string;
  readonly index?: string;
  readonly keywords?: readonly string[];
};

function document(id: string, day: string, title: string, body: string, { number, index, keywords, ...more }: Told = {}): SearchDocument {
  return {
    agency: 'cyz',
    kind: 'item',
    id,
    visibility: 'public',
    url: `/cyz/items/${id}`,
    title,
    listed: {
      index: index ?? '',
      documentNumber: number ?? '',
      maker: '朝阳镇人民政府',
      formedOn: day,
      keywords: keywords ?? [],
      summary: '',
    },
    body,
    attachments: [],
    columns: ['policy'],
    type: null,
    validity: null,
    publishedAt: `${day}T02:00:00Z`,
    ...more,
  };
}

/** An invented township's documents, with those that come near to each other side by side. */
const WRITTEN: readonly SearchDocument[] = [
  document('homestead', '2023-03-01', '朝阳镇农村宅基地审批管理办法', '农村村民申请宅基地，由村民小组讨论，镇人民政府审批。', {
    number: '朝政规〔2023〕1号',
    validity: 'inForce',
  }),
  document('homestead-old', '2023-02-20', '朝阳镇农村宅基地审批管理办法（试行）', '宅基地由镇人民政府审批。', { validity: 'ended' }),
  document('homestead-why', '2023-03-05', '关于《朝阳镇农村宅基地审批管理办法》的政策解读', '为什么要出台宅基地审批办法，主要内容是什么。'),
  document('homestead-list', '2026-05-01', '2026年4月建房名单', '本月宅基地审批通过十二户。宅基地。宅基地。'),
  document('straw', '2025-09-20', '关于做好2025年秋季秸秆禁烧工作的通告', '严禁露天焚烧秸秆，违者依法处理。'),
  document('straw-old', '2019-09-20', '关于做好2019年秋季秸秆禁烧工作的通告', '严禁露天焚烧秸秆，违者依法处理。'),
  document('straw-county', '2025-09-21', '转载：秸秆禁烧工作的通告', '县里要求严禁露天焚烧秸秆。', { reprint: true }),
  document('allowance', '2026-01-10', '朝阳镇最低生活保障对象公示', '下列家庭拟纳入最低生活保障，公示七日。'),
  document('allowance-how', '2024-05-10', '最低生活保障申请指南', '申请最低生活保障需要提交申请书、家庭经济状况材料。'),
  document('budget', '2026-02-01', '朝阳镇2026年度部门预算', '收入支出总表、“三公”经费预算。'),
  document('accounts', '2025-08-20', '朝阳镇2024年度部门决算', '收入支出决算总表。'),
  document('land', '2025-11-11', '征收土地公告', '因公共利益需要，拟征收土地三点二公顷，涉及向阳村。', { index: 'CYZ-2025-0031' }),
  document('land-money', '2025-12-12', '土地补偿款分配明细', '征收土地补偿款按户公布。'),
  document('house', '2024-07-01', '农村危房改造实施方案', '对唯一住房鉴定为C级、D级的给予补助。'),
  document('meeting', '2026-03-03', '朝阳镇2026年第3次镇长办公会议', '研究防汛准备、人居环境整治。', { columns: ['meetings'] }),
  document('leader', '2025-06-06', '李示例', '职务：镇长\n分工：主持镇政府全面工作，分管财政、审计。', { columns: ['leaders'] }),
  document('appointed', '2025-06-07', '关于张样本等同志任免职的通知', '任命张样本为朝阳镇应急管理办公室主任。', { columns: ['personnel'] }),
  document('flood', '2026-04-15', '朝阳镇防汛抗旱应急预案', '启动条件、响应等级、值班电话0000-1234567。'),
  document('road', '2025-10-10', '村级道路养护招标公告', '招标人：朝阳镇人民政府。', {
    attachments: [{ name: '工程量清单.xlsx', sha256: '', text: '沥青混凝土面层 3200 平方米' }],
  }),
  document('insurance', '2025-10-20', '城乡居民医疗保险缴费通知', '2026年度缴费标准每人四百元。'),
  document('pension', '2024-10-20', '城乡居民基本养老保险待遇调整', '基础养老金每月增加十元。'),
  document('school', '2025-07-15', '2025年秋季小学入学工作安排', '学区划分与报名时间。'),
  document('apply-rules', '2025-01-02', '朝阳镇政府信息公开申请办理规范', '收到政府信息公开申请后登记、审查、答复。', {
    validity: 'inForce',
  }),
  document('report', '2026-01-20', '朝阳镇2025年政府信息公开工作年度报告', '主动公开政府信息一百二十条。', { kind: 'report' }),
  document('guide', '2025-02-02', '政府信息公开指南', '办公地址：示例路1号\n办公时间：工作日上午八点半', { kind: 'guide' }),
  document('safety', '2026-04-01', '安全生产大检查通报', '检查企业二十家，发现隐患三十一处。'),
  document('5g', '2025-05-17', '5G基站建设选址公示', 'GB 9254标准，联系邮箱office@example.test。'),
  document('village', '2025-03-08', '幸福村民委员会换届选举结果', '选举产生主任一名、委员四名。'),
];

/** Notices of nothing in particular that have common words of them all. */
const FILLING = Array.from({ length: 300 }, (_, i) =>
  document(
    `filling-${i}`,
    `202${i % 6}-0${(i % 9) + 1}-1${i % 10}`,
    `关于${['召开', '印发', '调整', '开展'][i % 4]}${['会议', '检查', '培训', '活动'][(i >> 2) % 4]}的通知`,
    `各村、各办公室：现将${['宅基地', '安全生产', '医疗保险', '公示', '预算', '土地'][i % 6]}${['审批', '工作', '申请', '情况'][(i >> 1) % 4]}有关事项通知如下。`,
  ),
);

const EXPECTED: readonly (readonly [string, string])[] = [
  ['宅基地审批管理办法', 'homestead'],
  ['宅基地怎么审批', 'homestead'],
  ['宅基地审批办法解读', 'homestead-why'],
  ['朝政规〔2023〕1号', 'homestead'],
  ['朝政规[2023]1号', 'homestead'],
  ['朝政规（２０２３）1号', 'homestead'],
  ['秸秆禁烧', 'straw'],
  ['2019 秸秆禁烧', 'straw-old'],
  ['jiegan', 'straw'],
  ['低保', 'allowance'],
  ['低保申请', 'allowance-how'],
  ['怎么申请低保', 'allowance-how'],
  ['三公经费', 'budget'],
  ['2024 决算', 'accounts'],
  ['征地', 'land'],
  ['CYZ-2025-0031', 'land'],
  ['cyz－2025－0031', 'land'],
  ['补偿款', 'land-money'],
  ['危房改造', 'house'],
  ['人居环境整治', 'meeting'],
  ['镇长 分工', 'leader'],
  ['张样本', 'appointed'],
  ['防汛', 'flood'],
  ['沥青', 'road'],
  ['医保缴费', 'insurance'],
  ['養老金', 'pension'],
  ['年报', 'report'],
  ['公开指南', 'guide'],
  ['office@example.test', '5g'],
  ['gb 9254', '5g'],
  ['村委会换届', 'village'],
  ['"安全生产大检查"', 'safety'],
];

onEveryServer('what comes first', (open) => {
  beforeAll(async () => {
    const { database } = await open();
    await database.write((tx) => writeDocuments(tx, [...FILLING, ...WRITTEN]));
  });

  it.each(EXPECTED)('%s: %s', async (typed, first) => {
    const { database } = await open();
    const query = { terms: termsOf(typed), mode: 'relevance', sort: 'relevance', filter: {} } as const;
    const { hits } = await searchService(searchStore(database), segment).search(query, 1, NOW);
    expect(hits[0]?.id).toBe(first);
  });
});
