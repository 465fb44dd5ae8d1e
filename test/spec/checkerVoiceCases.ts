import type { Sketch } from '#domain/checker/sketch.ts';
import type { Voice } from './checkerVoices.ts';

/** A passage or a part of a report said rightly, and with one error. */
export interface VoiceCase {
  readonly voice: Voice;
  /** Where the sentence stands: section one, where nothing else is said. */
  readonly at?: 'preamble' | 'five' | 'six';
  /** The sentence is the whole of its part. */
  readonly alone?: true;
  readonly previous?: true;
  readonly right: string | Partial<Sketch>;
  readonly wrong: string | Partial<Sketch>;
  /** The rule that speaks of the error, and the number or words it saw. */
  readonly says: readonly [rule: string, actual?: string | number | null];
}

/** Numbers of the prose against the tables. */
const NUMBERS: readonly VoiceCase[] = [
  {
    voice: 'forestry',
    right: '群众向我局递交政府信息公开申请三十七件。',
    wrong: '群众向我局递交政府信息公开申请三十九件。',
    says: ['TEXT-TABLE', 39],
  },
  {
    voice: 'tax',
    right: '纳税人缴费人提出的政府信息公开申请共37件，均登记在册。',
    wrong: '纳税人缴费人提出的政府信息公开申请共73件，均登记在册。',
    says: ['TEXT-TABLE', 73],
  },
  {
    voice: 'department',
    right: '全年办结政府信息公开申请36件，其余5件转入2025年办理。',
    wrong: '全年办结政府信息公开申请36件，其余6件转入2025年办理。',
    says: ['TEXT-TABLE', 6],
  },
  {
    voice: 'county',
    right: '上年结转政府信息公开申请4件，今年新收37件。',
    wrong: '上年结转政府信息公开申请6件，今年新收37件。',
    says: ['TEXT-TABLE', 6],
  },
  {
    voice: 'schools',
    right: '办结的申请中，予以公开18件、区分处理后部分公开5件。',
    wrong: '办结的申请中，予以公开18件、区分处理后部分公开8件。',
    says: ['TEXT-TABLE', 8],
  },
  {
    voice: 'weather',
    right: '答复政府信息公开申请36件，其中予以公开18件，区分处理后公开5件。',
    wrong: '答复政府信息公开申请36件，其中予以公开18件，区分处理后公开7件。',
    says: ['TEXT-TABLE', 7],
  },
  {
    voice: 'police',
    right: '从答复结果看，依申请公开事项不予公开3件、无法提供7件、不予处理2件。',
    wrong: '从答复结果看，依申请公开事项不予公开3件、无法提供9件、不予处理2件。',
    says: ['TEXT-TABLE', 9],
  },
  {
    voice: 'city',
    right: '从申请主体看，自然人提出政府信息公开申请29件，商业企业提出6件。',
    wrong: '从申请主体看，自然人提出政府信息公开申请29件，商业企业提出9件。',
    says: ['TEXT-TABLE', 9],
  },
  {
    voice: 'busyTown',
    right: '收到政府信息公开申请37件，其中29件为自然人提出。',
    wrong: '收到政府信息公开申请37件，其中27件为自然人提出。',
    says: ['TEXT-TABLE', 27],
  },
  {
    voice: 'county',
    right: '因政府信息公开被申请行政复议四起，维持两起、纠正一起。',
    wrong: '因政府信息公开被申请行政复议五起，维持两起、纠正一起。',
    says: ['TEXT-TABLE', 5],
  },
  { voice: 'forestry', right: '政府信息公开类行政应诉案件2件。', wrong: '政府信息公开类行政应诉案件3件。', says: ['TEXT-TABLE', 3] },
  {
    voice: 'department',
    right: '年内出台行政规范性文件9件，宣布失效3件，继续有效41件。',
    wrong: '年内出台行政规范性文件9件，宣布失效3件，继续有效47件。',
    says: ['TEXT-TABLE', 47],
  },
  {
    voice: 'city',
    right: '截至年底，全市现行有效的行政规范性文件共四十一件。',
    wrong: '截至年底，全市现行有效的行政规范性文件共四十四件。',
    says: ['TEXT-TABLE', 44],
  },
  { voice: 'street', right: '全年办理行政许可1,287件。', wrong: '全年办理行政许可1,278件。', says: ['TEXT-TABLE', 1278] },
  { voice: 'city', right: '全市作出行政许可决定0.13万件。', wrong: '全市作出行政许可决定0.18万件。', says: ['TEXT-TABLE', 1800] },
  { voice: 'police', right: '作出行政处罚决定60余件。', wrong: '作出行政处罚决定80余件。', says: ['TEXT-TABLE', 80] },
  { voice: 'weather', right: '实施行政强制7起。', wrong: '实施行政强制11起。', says: ['TEXT-TABLE', 11] },
  {
    voice: 'forestry',
    right: '全年收取行政事业性收费18.35万元。',
    wrong: '全年收取行政事业性收费183.5万元。',
    says: ['TEXT-TABLE', 183.5],
  },
  {
    voice: 'schools',
    right: '行政事业性收费约18万元，全部上缴国库。',
    wrong: '行政事业性收费约28万元，全部上缴国库。',
    says: ['TEXT-TABLE', 28],
  },
  { voice: 'street', right: '街道收到政府信息公开申请近40件。', wrong: '街道收到政府信息公开申请近60件。', says: ['TEXT-TABLE', 60] },
  {
    voice: 'xiang',
    right: '全年没有群众向我乡提出政府信息公开申请。',
    wrong: '全年共接收群众政府信息公开申请2件。',
    says: ['TEXT-TABLE', 2],
  },
  { voice: 'busyTown', right: '政府信息公开申请按时办结。', wrong: '本年度无人提出政府信息公开申请。', says: ['TEXT-TABLE', 0] },
  { voice: 'tax', right: '办理涉及政府信息公开的行政复议4件。', wrong: '未发生因政府信息公开引起的行政复议。', says: ['TEXT-TABLE', 0] },
  { voice: 'department', right: '对收到的申请均依法答复。', wrong: '没有上年结转的政府信息公开申请。', says: ['TEXT-TABLE', 0] },
  { voice: 'hospital', right: '医院没有收到信息公开申请。', wrong: '医院收到信息公开申请1件，已经答复。', says: ['TEXT-TABLE', 1] },
  { voice: 'roads', right: '全年制定规范性文件2件。', wrong: '全年制定规范性文件5件。', says: ['TEXT-TABLE', 5] },
  {
    voice: 'water',
    right: '共办结政府信息公开申请11件，结转下年1件。',
    wrong: '共办结政府信息公开申请12件，结转下年1件。',
    says: ['TEXT-TABLE', 12],
  },
];

/** Parts, rates, changes against last year. */
const ARITHMETIC: readonly VoiceCase[] = [
  {
    voice: 'forestry',
    previous: true,
    right: '收到政府信息公开申请37件，较去年多7件。',
    wrong: '收到政府信息公开申请37件，较去年多9件。',
    says: ['TEXT-RATE', 9],
  },
  {
    voice: 'city',
    previous: true,
    right: '新收政府信息公开申请37件，同比增长23.3%。',
    wrong: '新收政府信息公开申请37件，同比增长32.3%。',
    says: ['TEXT-RATE', '32.3%'],
  },
  {
    voice: 'tax',
    previous: true,
    right: '新收政府信息公开申请37件，比上年有所增加。',
    wrong: '新收政府信息公开申请37件，同比下降23.3%。',
    says: ['TEXT-RATE', '23.3%'],
  },
  {
    voice: 'department',
    right: '办结政府信息公开申请36件，其中予以公开18件，占50%。',
    wrong: '办结政府信息公开申请36件，其中予以公开18件，占55%。',
    says: ['TEXT-RATE', '55%'],
  },
  {
    voice: 'schools',
    right: '全年公开信息1286条，其中招生信息402条。',
    wrong: '全年公开信息1286条，其中招生信息1402条。',
    says: ['PART-WHOLE', 1402],
  },
  {
    voice: 'street',
    right: '网站公开512条、公众号公开308条、公示栏公开96条，合计916条。',
    wrong: '网站公开512条、公众号公开308条、公示栏公开96条，合计926条。',
    says: ['PART-WHOLE', 926],
  },
  {
    voice: 'weather',
    right: '受理热线工单412件，办结409件，办结率99.3%。',
    wrong: '受理热线工单412件，办结409件，办结率99.9%。',
    says: ['TEXT-RATE', '99.9%'],
  },
  {
    voice: 'busyTown',
    right: '热线工单按时办结率100%，没有超期件。',
    wrong: '热线工单按时办结率100%，其中超期2件。',
    says: ['TEXT-RATE', '100%'],
  },
  {
    voice: 'county',
    right: {
      cells: {
        'proactive/normativeDocuments/issued': 9,
        'proactive/normativeDocuments/abolished': 3,
        'proactive/normativeDocuments/inForce': 6,
      },
    },
    wrong: {
      cells: {
        'proactive/normativeDocuments/issued': 9,
        'proactive/normativeDocuments/abolished': 3,
        'proactive/normativeDocuments/inForce': 5,
      },
    },
    says: ['INFORCE-LESS', 5],
  },
  {
    voice: 'town',
    right: { cells: { 'proactive/regulations/inForce': 0 } },
    wrong: { cells: { 'proactive/regulations/inForce': 2 } },
    says: ['RULES-POWER', 2],
  },
  {
    voice: 'town',
    right: { cells: { 'proactive/feesInTenThousandYuan': 18.35 } },
    wrong: { cells: { 'proactive/feesInTenThousandYuan': 18350 } },
    says: ['FEE-UNIT', 18350],
  },
  {
    voice: 'weather',
    right: '全年举办政务公开培训4期。年底统计，全年共举办政务公开培训4期。',
    wrong: '全年举办政务公开培训4期。年底统计，全年共举办政务公开培训6期。',
    says: ['TEXT-TEXT', 6],
  },
];

/** Years, names, places and what the law says. */
const WORDS: readonly VoiceCase[] = [
  {
    voice: 'town',
    right: '（一）依申请公开。2024年，我镇安排专人登记申请。',
    wrong: '（一）依申请公开。2023年，我镇安排专人登记申请。',
    says: ['YEAR-LEFT', 2023],
  },
  {
    voice: 'street',
    right: '公开工作要点：2024年度，街道全面梳理公开事项。',
    wrong: '公开工作要点。2022年度，街道全面梳理公开事项。',
    says: ['YEAR-LEFT', 2022],
  },
  {
    voice: 'school',
    right: '截至2024年12月31日，累计公开招生信息18条。',
    wrong: '截至2023年12月31日，累计公开招生信息18条。',
    says: ['YEAR-LEFT', 2023],
  },
  {
    voice: 'weather',
    right: '2024年以来，市局连续两年优化预警信息发布。',
    wrong: '2024年，市局持续优化预警信息发布。',
    says: ['YEAR-LEFT', 2024],
  },
  {
    voice: 'county',
    right: '2023年度考核优秀的12个单位介绍了做法。',
    wrong: '2023年，全县各级各部门扎实推进政务公开。',
    says: ['YEAR-LEFT', 2023],
  },
  {
    voice: 'forestry',
    right: { period: ['2024-01-01', '2024-12-31'] },
    wrong: { period: ['2023-01-01', '2023-12-31'] },
    says: ['PERIOD-YEAR'],
  },
  {
    voice: 'street',
    at: 'five',
    right: '我街道公开队伍还不稳定，下一步将加强培训。',
    wrong: '我镇公开队伍还不稳定，下一步将加强培训。',
    says: ['NAME-LEVEL', '我镇'],
  },
  { voice: 'forestry', right: '县林业局高度重视政务公开工作。', wrong: '县水务局高度重视政务公开工作。', says: ['NAME-LEVEL', '县水务局'] },
  {
    voice: 'town',
    right: '按照柳河镇人民政府工作安排，更新公开指南。',
    wrong: '更新公开指南，由石桥镇人民政府负责解释。',
    says: ['NAME-LEVEL'],
  },
  { voice: 'school', right: '学校将公开与家校共育结合起来。', wrong: '我局将公开与家校共育结合起来。', says: ['NAME-LEVEL', '我局'] },
  { voice: 'department', right: '我厅把解读做在发文之前。', wrong: '我委把解读做在发文之前。', says: ['NAME-LEVEL', '我委'] },
  { voice: 'police', right: { signedBy: '宁州市公安局临川分局办公室' }, wrong: { signedBy: '宁州市公安局东湖分局' }, says: ['SIGN-UNIT'] },
  {
    voice: 'tax',
    at: 'preamble',
    right: '根据《中华人民共和国政府信息公开条例》第五十条规定，编制本年度报告。',
    wrong: '根据《中华人民共和国政府信息公开条例》第四十八条规定，编制本年度报告。',
    says: ['LAW-QUOTE', 48],
  },
  {
    voice: 'weather',
    at: 'preamble',
    right: '新修订的《中华人民共和国政府信息公开条例》自2019年5月15日起施行。',
    wrong: '新修订的《中华人民共和国政府信息公开条例》自2019年5月1日起施行。',
    says: ['LAW-QUOTE', '2019年5月1日'],
  },
  {
    voice: 'schools',
    at: 'preamble',
    right: '依据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。',
    wrong: '依据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。',
    says: ['WORD-OLD'],
  },
  {
    voice: 'county',
    at: 'preamble',
    right: '格式执行国办公开办函〔2021〕30号文件。',
    wrong: '年度报告格式执行国办公开办函〔2019〕60号文件。',
    says: ['WORD-OLD'],
  },
  {
    voice: 'xiang',
    at: 'preamble',
    right: '依据《中华人民共和国政府信息公开条例》编制。',
    wrong: '依据《中华人民共和国政府信息公开工作条例》编制。',
    says: ['LAW-QUOTE'],
  },
  {
    voice: 'forestry',
    right: '自收到申请之日起20个工作日内予以答复。',
    wrong: '自收到申请之日起15个工作日内予以答复。',
    says: ['LAW-QUOTE', 15],
  },
  { voice: 'hospital', right: '申请人不必说明用途。', wrong: '申请人应当说明自身生产、生活、科研等特殊需要。', says: ['WORD-OLD'] },
  { voice: 'street', right: '对内容不明确的申请一次性告知补正。', wrong: '对内容不明确的信息公开申请一律不予受理。', says: ['WORD-OLD'] },
  { voice: 'county', right: '县自然资源局公开征地信息26批次。', wrong: '县国土资源局公开征地信息26批次。', says: ['WORD-OLD'] },
  {
    voice: 'department',
    at: 'six',
    right: '依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），没有收费。',
    wrong: '依据《政府信息公开信息处理费管理办法》（国办函〔2020〕19号），没有收费。',
    says: ['LAW-QUOTE'],
  },
  {
    voice: 'city',
    right: '落实国办发〔2016〕80号实施细则，推进全流程公开。',
    wrong: '落实《〈关于全面推进政务公开工作的意见〉实施细则》（国办发〔2016〕61号），推进全流程公开。',
    says: ['LAW-QUOTE'],
  },
  {
    voice: 'xiang',
    right: '乡党政办是本乡政府信息公开工作机构。',
    wrong: '乡党政办作为全乡政府信息公开工作主管部门，负责日常工作。',
    says: ['ROLE-AUTHORITY'],
  },
  { voice: 'town', right: '通过青禾县人民政府网站柳河镇专栏公开信息。', wrong: '通过柳河镇人民政府网站公开信息。', says: ['SITE-OWN'] },
];

/** What a part must say, how it is set, and when it is signed. */
const SHAPE: readonly VoiceCase[] = [
  {
    voice: 'tax',
    at: 'five',
    alone: true,
    right: '公开的深度还不够。我们将细化目录。',
    wrong: '我们将细化目录，抓好培训。',
    says: ['MEASURE-MISSING'],
  },
  {
    voice: 'hospital',
    at: 'five',
    alone: true,
    right: '公开不够及时。今后明确专人更新。',
    wrong: '公开不够及时，形式也比较单一。',
    says: ['MEASURE-MISSING'],
  },
  { voice: 'police', at: 'six', alone: true, right: '没有收取信息处理费。', wrong: '无其他需要报告的事项。', says: ['FEE-WORDING'] },
  {
    voice: 'street',
    at: 'six',
    alone: true,
    right: '未收取任何信息处理费用，金额为0。',
    wrong: '没有收费和减免情况。',
    says: ['FEE-WORDING'],
  },
  { voice: 'forestry', right: '（一）公开目录。逐项更新。', wrong: '(一)公开目录.逐项更新,及时公布。', says: ['PUNCT-HALF'] },
  { voice: 'schools', right: '坚持公开为常态，做到应公开尽公开。', wrong: '坚持公开为常态，，做到应公开尽公开。', says: ['PUNCT-DOUBLED'] },
  { voice: 'county', right: '用好政府公报和新闻发布会。', wrong: '用好政府 公报和新闻发布会。', says: ['SPACE-STRAY'] },
  { voice: 'weather', right: '发布预警信号96期。', wrong: '发布预警信号&nbsp;96期。', says: ['EXPORT-RESIDUE'] },
  { voice: 'school', right: '接待来访家长130人次。', wrong: '接待来访家长XX人次。', says: ['BLANK-LEFT'] },
  { voice: 'tax', right: '进一步优化办税公开。', wrong: '进一步进一步优化办税公开。', says: ['WORD-DOUBLED'] },
  { voice: 'city', right: {}, wrong: { heads: { 4: '四、因政府信息公开工作被申请行政复议情况' } }, says: ['HEAD-TITLE'] },
  { voice: 'xiang', right: {}, wrong: { heads: { 5: '四、存在的主要问题及改进情况' } }, says: ['HEAD-NUMBER'] },
  { voice: 'department', right: { signedOn: '2025-01-31' }, wrong: { signedOn: '2025-02-12' }, says: ['DATE-LATE', '2025-02-12'] },
  { voice: 'county', right: { signedOn: '2025-03-31' }, wrong: { signedOn: '2025-04-02' }, says: ['DATE-LATE', '2025-04-02'] },
  { voice: 'forestry', right: { signedOn: '2025-01-02' }, wrong: { signedOn: '2024-12-20' }, says: ['PERIOD-YEAR'] },
  { voice: 'police', right: '会议于2021年9月30日召开。', wrong: '会议于2021年9月31日召开。', says: ['DATE-INVALID'] },
  {
    voice: 'busyTown',
    at: 'five',
    right: '一是抓队伍；二是抓平台；三是抓解读，持续改进。',
    wrong: '一是抓队伍；二是抓平台；四是抓解读，持续改进。',
    says: ['LIST-ORDER', '四是'],
  },
  {
    voice: 'water',
    right: '对照要求逐项落实：（一）定目录；（二）定专人；（三）定时限。',
    wrong: '对照要求逐项落实：（一）定目录；（二）定专人；（二）定时限。',
    says: ['LIST-ORDER', '（二）'],
  },
  { voice: 'roads', right: '申请人12345678的联系电话已隐去。', wrong: '申请人身份证号11010519491231002X已登记。', says: ['PERSON-DATA'] },
];

export const VOICE_CASES: Readonly<Record<string, readonly VoiceCase[]>> = {
  数字与表格: NUMBERS,
  加减与比率: ARITHMETIC,
  '年份、名称与法律': WORDS,
  '内容、格式与日期': SHAPE,
};
