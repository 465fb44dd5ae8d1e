import type { Line } from '../shape.ts';
import { workday } from '../workdays.ts';

/** Formed on, category, title: what the township's 2023 report names as made public (leaders, meetings, personnel, finance, functions, set-up) and what Article 21 asks of a township. */
const PUBLISHED: readonly (readonly [formedOn: string, category: string, title: string])[] = [
  ['2023-01-09', 'organisation', '朝阳镇人民政府机构职能'],
  ['2023-01-09', 'organisation', '朝阳镇人民政府机构设置'],
  ['2023-01-10', 'organisation', '朝阳镇人民政府领导信息'],
  ['2023-01-17', 'annualReport', '朝阳镇2022年政府信息公开工作年度报告'],
  ['2023-02-06', 'finance', '朝阳镇2023年预算公开'],
  ['2023-02-13', 'meeting', '朝阳镇人民政府2023年第一次镇长办公会议'],
  ['2023-02-20', 'livelihood', '2023年第一季度城乡低保对象公示'],
  ['2023-03-06', 'emergency', '朝阳镇2023年春季森林防火工作安排'],
  ['2023-03-13', 'planning', '朝阳镇2023年重点工作安排'],
  ['2023-03-20', 'land', '朝阳镇宅基地使用情况审核办理流程'],
  ['2023-03-27', 'livelihood', '2023年耕地地力保护补贴发放公示'],
  ['2023-04-10', 'meeting', '朝阳镇人民政府2023年第二次镇长办公会议'],
  ['2023-04-17', 'personnel', '朝阳镇公益性岗位人员招聘公告'],
  ['2023-04-24', 'livelihood', '朝阳镇农田水利设施维修养护安排'],
  ['2023-05-08', 'organisation', '朝阳镇人民政府政府信息公开指南'],
  ['2023-05-15', 'livelihood', '2023年第二季度城乡低保对象公示'],
  ['2023-05-22', 'emergency', '朝阳镇2023年防汛应急预案'],
  ['2023-06-05', 'meeting', '朝阳镇人民政府2023年第三次镇长办公会议'],
  ['2023-06-12', 'land', '朝阳镇农村土地承包经营权流转办事指南'],
  ['2023-06-26', 'personnel', '朝阳镇公益性岗位人员拟聘用公示'],
  ['2023-07-10', 'emergency', '朝阳镇安全生产检查情况通报'],
  ['2023-08-07', 'livelihood', '2023年第三季度城乡低保对象公示'],
  ['2023-08-14', 'livelihood', '2023年农业保险投保公示'],
  ['2023-08-28', 'finance', '朝阳镇2022年决算公开'],
  ['2023-09-11', 'meeting', '朝阳镇人民政府2023年第四次镇长办公会议'],
  ['2023-09-18', 'environment', '朝阳镇秸秆禁烧工作通告'],
  ['2023-10-16', 'emergency', '朝阳镇2023年秋季森林防火工作安排'],
  ['2023-10-30', 'livelihood', '2024年城乡居民基本医疗保险缴费通知'],
  ['2023-11-13', 'livelihood', '2023年第四季度城乡低保对象公示'],
  ['2023-12-04', 'meeting', '朝阳镇人民政府2023年第五次镇长办公会议'],
];

/** Neither counts: what a village publishes of its own affairs, and what is reprinted. */
const NOT_COUNTED: readonly (readonly [formedOn: string, title: string, of: 'village' | 'reprint'])[] = [
  ['2023-04-03', '演示一村第一季度财务收支', 'village'],
  ['2023-07-03', '演示二村第二季度财务收支', 'village'],
  ['2023-10-09', '演示一村第三季度财务收支', 'village'],
  ['2023-06-01', '转载：政务服务便民热线使用须知', 'reprint'],
];

function id(n: number): string {
  return `cyz-2023-${String(n).padStart(4, '0')}`;
}

export const ITEMS: readonly Line[] = [
  ...PUBLISHED.map(([formedOn, category, title], i) => ({
    id: id(i + 1),
    agency: 'cyz',
    title,
    formedOn,
    category,
    mode: 'proactive',
    village: false,
    reprint: false,
  })),
  ...NOT_COUNTED.map(([formedOn, title, of], i) => ({
    id: id(PUBLISHED.length + i + 1),
    agency: 'cyz',
    title,
    formedOn,
    category: 'notice',
    mode: 'proactive',
    village: of === 'village',
    reprint: of === 'reprint',
  })),
];

/** Which of the thirty also went elsewhere: every so-many-th, so many days after the website. */
const ELSEWHERE: readonly (readonly [channel: string, every: number, days: number])[] = [
  ['wechat', 3, 1],
  ['noticeBoard', 4, 1],
  ['broadcast', 5, 2],
];

/** All thirty on the county's website, some of them on other channels too; a village's on its notice board. */
export const PUBLICATIONS: readonly Line[] = [
  ...PUBLISHED.flatMap(([formedOn], i) => {
    const item = id(i + 1);
    const on = workday(formedOn, 2);
    const others = ELSEWHERE.filter(([, every]) => i % every === 0);
    return [
      { item, agency: 'cyz', channel: 'website', on, takenDownOn: null },
      ...others.map(([channel, , days]) => ({ item, agency: 'cyz', channel, on: workday(on, days), takenDownOn: null })),
    ];
  }),
  ...NOT_COUNTED.map(([formedOn, , of], i) => ({
    item: id(PUBLISHED.length + i + 1),
    agency: 'cyz',
    channel: of === 'village' ? 'noticeBoard' : 'wechat',
    on: workday(formedOn, 1),
    takenDownOn: null,
  })),
];
