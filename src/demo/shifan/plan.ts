import type { Channel, Course } from './cases.ts';

/** One kind of case and how many of it in 2022 and in 2023. */
export interface Planned {
  readonly outcome: string;
  readonly course: Course;
  readonly counts: readonly [in2022: number, in2023: number];
  readonly content: string;
}

function plan(outcome: string, course: Course, in2022: number, in2023: number, content: string): Planned {
  return { outcome, course, counts: [in2022, in2023], content };
}

/** What was asked and how it ended, every outcome of the form in both years. */
export const PLAN: readonly Planned[] = [
  plan('3.1', 'answered', 9, 12, '示范镇农村道路养护资金使用情况'),
  plan('3.1', 'extended', 1, 2, '示范镇历年征地补偿标准文件'),
  plan('3.1', 'paid', 1, 1, '示范镇2018年以来各类惠农补贴发放明细（多项）'),
  plan('3.2', 'answered', 2, 3, '示范镇危房改造补助对象名单'),
  plan('3.2', 'thirdPartySilent', 1, 1, '示范镇垃圾清运服务合同'),
  plan('3.3.1', 'answered', 1, 1, '示范镇民兵组织整顿材料'),
  plan('3.3.2', 'answered', 1, 1, '示范镇未成年人帮教档案'),
  plan('3.3.3', 'answered', 1, 1, '示范镇供水设施安防点位图'),
  plan('3.3.4', 'consulted', 2, 3, '示范镇招商企业投资协议'),
  plan('3.3.5', 'answered', 1, 2, '示范镇机关干部考勤记录'),
  plan('3.3.6', 'answered', 2, 2, '示范镇集镇规划讨论稿'),
  plan('3.3.7', 'answered', 1, 2, '示范镇违建拆除案件案卷'),
  plan('3.3.8', 'answered', 1, 1, '某处不动产登记资料'),
  plan('3.4.1', 'answered', 4, 6, '县级财政专项资金分配方案'),
  plan('3.4.1', 'answeredLate', 1, 1, '跨镇河道治理工程批复'),
  plan('3.4.2', 'answered', 2, 2, '示范镇近十年人口流动汇总分析'),
  plan('3.4.3', 'clarified', 1, 2, '关于村里那件事的全部材料'),
  plan('3.5.1', 'answered', 2, 3, '反映邻里宅基地纠纷并要求处理'),
  plan('3.5.2', 'answered', 1, 2, '再次申请农村道路养护资金使用情况'),
  plan('3.5.3', 'answered', 1, 1, '示范县年鉴'),
  plan('3.5.4', 'answered', 1, 1, '以不同表述反复申请同一批材料'),
  plan('3.5.5', 'answered', 1, 1, '要求重新出具已获取的证明'),
  plan('3.6.1', 'uncorrected', 1, 2, '有关土地的文件'),
  plan('3.6.2', 'unpaid', 1, 1, '示范镇各村历年全部会议记录（多项）'),
  plan('3.6.3', 'withdrawn', 1, 1, '示范镇卫生院改建进度'),
  plan('3.6.3', 'ended', 1, 0, '示范镇敬老院收费标准'),
];

/** A case that stands open at the end of its year: arrived in December or November, ended in the year after. */
export interface Straddling {
  readonly arrived: string;
  readonly channel: Channel;
  readonly applicantKind: string;
  readonly outcome: string;
  readonly course: Course;
  readonly content: string;
  /** The first year it happened in. */
  readonly since?: number;
}

/** Month and day of arrival; much the same stories every year. */
export const STRADDLING: readonly Straddling[] = [
  {
    arrived: '12-02',
    channel: 'counter',
    applicantKind: 'legalService',
    outcome: '3.1',
    course: 'extended',
    content: '示范镇行政执法事项清单',
  },
  {
    arrived: '12-13',
    channel: 'registeredPost',
    applicantKind: 'publicWelfare',
    outcome: '3.3.4',
    course: 'consulted',
    content: '示范镇养老服务运营协议',
  },
  {
    arrived: '12-14',
    channel: 'counter',
    applicantKind: 'research',
    outcome: '3.2',
    course: 'clarified',
    content: '示范镇农田土壤普查资料',
  },
  {
    arrived: '12-15',
    channel: 'counter',
    applicantKind: 'other',
    outcome: '3.1',
    course: 'paid',
    content: '示范镇村级工程招标资料（多项）',
  },
  {
    arrived: '12-22',
    channel: 'internet',
    applicantKind: 'business',
    outcome: '3.4.1',
    course: 'answered',
    content: '示范县产业基金使用情况',
  },
  { arrived: '12-26', channel: 'oral', applicantKind: 'naturalPerson', outcome: '3.1', course: 'answered', content: '示范镇低保评议结果' },
  {
    arrived: '12-11',
    channel: 'counter',
    applicantKind: 'naturalPerson',
    outcome: '3.4.3',
    course: 'clarified',
    content: '镇里修路的材料',
    since: 2022,
  },
  {
    arrived: '12-19',
    channel: 'counter',
    applicantKind: 'business',
    outcome: '3.1',
    course: 'extended',
    content: '示范镇产业园用地安排',
    since: 2023,
  },
];

/** The columns in turn; most applicants are natural persons. */
export const APPLICANTS: readonly string[] = [
  'naturalPerson',
  'business',
  'naturalPerson',
  'research',
  'naturalPerson',
  'publicWelfare',
  'naturalPerson',
  'legalService',
  'naturalPerson',
  'other',
  'naturalPerson',
];

export const CHANNELS: readonly Channel[] = ['counter', 'internet', 'registeredPost', 'counter', 'plainPost', 'fax', 'oral'];
