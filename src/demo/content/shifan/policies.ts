import { body, document, list, part, table } from '../page.ts';
import type { DemoDocument, DemoExplained, DemoNormative } from '../shape.ts';

/** Normative documents, their interpretations, other policy papers of 示范镇. */
export const POLICIES: readonly DemoDocument[] = [
  document(
    'environment',
    'normative',
    ['2025-06-16', '2025-06-18'],
    '示范镇农村人居环境长效管护办法',
    '规定村庄保洁、垃圾收运、公厕管护的责任、经费和考核。',
    body(
      '各村民委员会、镇各办公室：现将《示范镇农村人居环境长效管护办法》印发给你们，请遵照执行。',
      part('第一条　适用范围', '本镇行政区域内村庄保洁、生活垃圾收运、公共厕所和公共绿地的管护，适用本办法。'),
      part('第二条　责任', '镇人民政府负责统筹和督促，村民委员会负责组织实施，农户负责房前屋后。'),
      part(
        '第三条　经费',
        '管护经费由镇财政补助和村集体投入组成，不向农户强制收费。',
        table(
          '镇财政补助标准',
          ['项目', '标准', '拨付时间'],
          ['村庄保洁', '每村每年1.8万元', '三月、九月'],
          ['公共厕所', '每座每年2400元', '六月'],
          ['公共绿地', '每平方米每年3元', '六月'],
        ),
      ),
      part('第四条　考核', '每季度考核一次，结果在村公示栏公布。'),
      part('第五条　施行', '本办法自2025年7月1日起施行，有效期至2030年6月30日。'),
    ),
    {
      documentNumber: '示政规〔2025〕1号',
      topic: '农业农村',
      genre: '行政规范性文件',
      keywords: ['人居环境', '保洁', '公厕'],
      effectiveOn: '2025-07-01',
      validUntil: '2030-06-30',
      handler: '社会事务办公室',
    },
  ),
  document(
    'environment-text',
    'interpretations',
    ['2025-06-17', '2025-06-18'],
    '《示范镇农村人居环境长效管护办法》解读',
    '为什么制定、主要内容、村里和农户要做什么。',
    body(
      part('为什么制定这个办法', '过去村庄保洁靠突击，钱从哪里来、谁来管没有写清楚。办法把责任和经费固定下来。'),
      part('跟农户有什么关系', list('房前屋后由自家打扫；', '垃圾投放到村里的收集点；', '不向农户强制收费。')),
      part('村里能得到多少补助', '一个有两座公厕的村，每年保洁和公厕两项补助共2.28万元，分三月、六月、九月拨付。'),
      part('有意见找谁', '社会事务办公室，电话000-00000000（演示）。'),
    ),
    { topic: '农业农村', genre: '文字解读', keywords: ['人居环境', '解读'], handler: '社会事务办公室' },
  ),
  document(
    'market',
    'normative',
    ['2024-04-15', '2024-04-18'],
    '示范镇临时摊点管理办法',
    '规定临时摊点的位置、时间和卫生要求。',
    body(
      part('第一条　位置', '临时摊点设在镇文化广场东侧和示范集市北门。'),
      part('第二条　时间', '每日6:00—8:00和17:00—20:00。', table('摊位数量', ['位置', '摊位'], ['文化广场东侧', 24], ['示范集市北门', 18])),
      part('第三条　卫生', '摊主收摊时清扫摊位，垃圾入桶。'),
    ),
    {
      documentNumber: '示政规〔2024〕1号',
      topic: '市场管理',
      genre: '行政规范性文件',
      keywords: ['摊点', '集市'],
      effectiveOn: '2024-05-01',
      validUntil: '2029-04-30',
    },
    { abolished: { on: '2026-04-01', reason: '管理职责已调整，由示范集市统一管理' } },
  ),
  document(
    'homestead-questions',
    'interpretations',
    ['2024-01-02', '2024-01-03'],
    '《示范镇宅基地申请审批办法》问答',
    '谁能申请、怎样申请、多久办好、哪些情形不批。',
    body(
      part(
        '问：哪些人可以申请宅基地？',
        '答：本村集体经济组织成员，以户为单位，没有宅基地或者需要分户、搬迁的，可以申请；一户只能有一处。',
      ),
      part(
        '问：怎样申请？',
        list('答：向村民小组提出书面申请；', '村民小组会议讨论并公示；', '村民委员会审查后报镇；', '镇组织现场查看，批准的发给批准书。'),
      ),
      part('问：多久能办好？', '答：镇收到村里报送的材料后20个工作日内作出决定，需要补正材料的时间另算。'),
      part('问：哪些情形不批？', '答：已有一处宅基地的，出卖、出租、赠与住房后再申请的，选址占用永久基本农田的，不予批准。'),
      part('问：找谁问？', '农业农村窗口，电话000-00000000（演示）。'),
    ),
    { topic: '农村土地', genre: '问答解读', keywords: ['宅基地', '问答'], handler: '农业农村办公室' },
  ),
  document(
    'plan-2026',
    'policies',
    ['2026-03-02', '2026-03-05'],
    '示范镇2026年重点工作安排',
    '全年六项重点工作、责任单位和完成时间。',
    body(
      part(
        '重点工作',
        table(
          '重点工作和责任单位',
          ['工作', '目标', '责任单位'],
          ['高标准农田建设', '新建3200亩', '农业综合服务中心'],
          ['农村道路养护', '养护村道18公里', '经济发展办公室'],
          ['村级公共厕所', '改造6座', '社会事务办公室'],
          ['养老服务', '新增互助养老点2个', '社会事务办公室'],
        ),
      ),
      part('督促检查', '每季度通报一次进展，年底向镇人民代表大会报告。'),
    ),
    { documentNumber: '示政发〔2026〕3号', topic: '综合政务', genre: '政策文件', keywords: ['重点工作', '高标准农田'] },
  ),
];

export const NORMATIVE: readonly DemoNormative[] = [
  {
    key: 'environment',
    number: '示政规〔2025〕1号',
    legalReviewOn: '2025-06-10',
    picture: {
      on: '2025-06-20',
      topic: '农业农村',
      handler: '社会事务办公室',
      drawn: {
        title: '一张图看懂农村人居环境长效管护办法',
        source: '示政规〔2025〕1号',
        blocks: [
          { heading: '谁来管', figure: '', lines: ['镇统筹，村实施', '农户管好房前屋后'] },
          { heading: '补多少', figure: '每村每年1.8万元', lines: ['公共厕所每座每年2400元'] },
          { heading: '怎么考核', figure: '每季度一次', lines: ['结果在村公示栏公布'] },
          { heading: '什么时候开始', figure: '2025年7月1日', lines: ['有效期到2030年6月30日'] },
        ],
        contact: '社会事务办公室 000-00000000（演示）',
      },
    },
    interpretedBy: [{ key: 'environment-text', form: 'text' }],
  },
  {
    key: 'market',
    number: '示政规〔2024〕1号',
    legalReviewOn: '2024-04-08',
    ended: { on: '2026-04-01', how: 'abolished' },
    interpretedBy: [],
  },
];

const BEFORE = '印发在建立解读制度之前，内容已由办事指南说明，不再单独解读';

/** The documents the register had before; one still waits for its interpretation. */
export const EXPLAINED: readonly DemoExplained[] = [
  { number: '示政规〔2023〕4号', key: 'homestead-questions', form: 'questions' },
  ...['2018〕2', '2020〕1', '2021〕1', '2022〕1', '2022〕2', '2022〕3', '2023〕1', '2023〕2'].map((n) => ({
    number: `示政规〔${n}号`,
    notNeeded: BEFORE,
  })),
];
