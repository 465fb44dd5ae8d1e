import { choice, field, HANDLER, REMARK } from '../registers/define.ts';
import type { Choice, Register } from '../registers/register.ts';

/** What an item is, for the counts section one gives (政策解读, 回应关切 and the fields of Article 20 and 21). */
export const ITEM_CATEGORIES: readonly Choice[] = [
  choice('normativeDocument', '规范性文件', '行政规范性文件', '政府文件', '政策文件'),
  choice('interpretation', '政策解读', '解读', '解读材料'),
  choice('response', '回应关切', '回应', '热点回应', '回应社会关切'),
  choice('organisation', '机构职能', '机构信息', '机构设置', '领导信息', '领导分工', '机构概况'),
  choice('planning', '规划计划', '规划', '计划', '发展规划', '工作计划'),
  choice('finance', '财政资金', '财政预决算', '预算', '决算', '预决算', '财政信息', '资金信息'),
  choice('personnel', '人事信息', '人事任免', '人事', '招考录用'),
  choice('meeting', '会议', '政府会议', '会议公开', '常务会议'),
  choice('administration', '行政执法', '行政许可', '行政处罚', '行政执法公示', '双公示'),
  choice('procurement', '采购与项目', '政府采购', '重大项目', '重大建设项目', '招投标'),
  choice('livelihood', '民生保障', '社会救助', '社会保障', '教育', '医疗卫生', '就业', '乡村振兴', '惠民补贴'),
  choice('land', '土地与房屋', '土地征收', '房屋征收', '宅基地', '农村土地', '征地补偿'),
  choice('emergency', '应急管理', '应急预案', '预警信息', '安全生产', '突发事件'),
  choice('environment', '生态环境', '环境保护', '环保'),
  choice('notice', '通知公告', '公告', '公示', '通知', '公示公告'),
  choice('news', '工作动态', '动态', '政务动态', '要闻', '新闻动态'),
  choice('annualReport', '年度报告', '政府信息公开年报', '公开年报'),
  choice('other', '其他', '其它', '其他信息'),
];

/** 主动公开信息目录: what is made public. Where it is made public is a publication. */
export const ITEMS: Register = {
  key: 'items',
  title: '主动公开信息登记簿',
  countWord: '条',
  recordWord: '信息',
  numberField: 'id',
  dateField: 'formedOn',
  declared: true,
  fields: [
    field('id', '索引号', 'text', { grid: true, synonyms: ['索引', '信息索引号', '编号', '序列号', '信息编号'] }),
    field('title', '信息名称', 'text', {
      grid: true,
      required: { basis: 'OGIR2019 12' },
      synonyms: ['标题', '名称', '信息标题', '公开内容', '公开信息名称', '文件名称', '发布内容', '公开事项'],
    }),
    field('summary', '内容概述', 'longText', { synonyms: ['概述', '内容摘要', '摘要', '内容简介'] }),
    field('formedOn', '生成日期', 'day', {
      grid: true,
      required: { basis: 'OGIR2019 12' },
      synonyms: ['成文日期', '形成日期', '生成时间', '成文时间', '制作日期'],
      hint: '信息形成或者变更之日，自此起二十个工作日内公开',
    }),
    field('category', '信息类别', 'choice', {
      grid: true,
      choices: ITEM_CATEGORIES,
      synonyms: ['类别', '主题分类', '组配分类', '信息分类', '分类', '栏目', '公开类别', '所属栏目'],
    }),
    field('catalogue', '条例依据', 'text', { synonyms: ['公开依据', '对应条款'], hint: '如：第二十条第（七）项' }),
    field('documentNumber', '发文字号', 'text', { synonyms: ['文号', '文件号'] }),
    field('maker', '发布机构', 'text', { synonyms: ['发文机关', '发布单位', '制作单位', '来源', '信息来源', '公开主体'] }),
    HANDLER,
    field('mode', '公开方式', 'choice', {
      choices: [
        choice('proactive', '主动公开', '主动'),
        choice('onRequest', '依申请公开', '依申请'),
        choice('closed', '不予公开', '不公开'),
      ],
      synonyms: ['公开属性', '公开类型'],
    }),
    field('village', '村务公开', 'flag', {
      grid: true,
      synonyms: ['是否村务', '村务'],
      hint: '村务公开不是政府信息公开，不计入本机关件数',
    }),
    field('reprint', '转载', 'flag', {
      grid: true,
      synonyms: ['是否转载', '转发', '转载信息'],
      hint: '转载上级或其他单位的信息，不计入本机关件数',
    }),
    field('reviewedBy', '审查人', 'text', { synonyms: ['保密审查人', '审核人', '审签人'] }),
    field('reviewedOn', '审查日期', 'day', { synonyms: ['保密审查日期', '审核日期'] }),
    REMARK,
  ],
};
