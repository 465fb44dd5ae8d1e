import { choice, field, HANDLER, REMARK } from '../registers/define.ts';
import type { Register } from '../registers/register.ts';

/** 规章、行政规范性文件登记簿 (OGIR2019 20(1)): the organ's own documents, from issue to the day they lose force. */
export const NORMATIVE_DOCUMENTS: Register = {
  key: 'normativeDocuments',
  title: '规范性文件登记簿',
  countWord: '件',
  recordWord: '文件',
  numberField: 'number',
  dateField: 'issuedOn',
  declared: true,
  fields: [
    field('number', '发文字号', 'text', { grid: true, synonyms: ['文号', '文件编号', '统一编号', '登记编号', '文件号', '制发文号'] }),
    field('title', '文件名称', 'text', { grid: true, synonyms: ['标题', '名称', '文件标题', '规范性文件名称'] }),
    field('kind', '文件种类', 'choice', {
      grid: true,
      choices: [
        choice('normativeDocument', '行政规范性文件', '规范性文件'),
        choice('regulation', '规章', '政府规章', '部门规章'),
        choice('other', '其他文件（不计）', '一般公文', '其他', '内部文件', '非规范性文件'),
      ],
      synonyms: ['种类', '文件类型', '文件性质', '是否规范性文件'],
      hint: '不填为行政规范性文件；不属于规范性文件的选“其他文件”，不计数',
    }),
    field('jointRole', '发文方式', 'choice', {
      choices: [
        choice('sole', '单独制发', '单独'),
        choice('lead', '联合制发（牵头）', '牵头'),
        choice('party', '联合制发（配合）', '配合', '参与'),
      ],
      synonyms: ['联合发文', '制发方式'],
      hint: '联合发文只计牵头机关',
    }),
    field('issuedOn', '印发日期', 'day', {
      grid: true,
      required: { basis: 'OGIR2019 20(1)' },
      synonyms: ['成文日期', '制发日期', '发文日期', '印发时间', '成文时间', '发文时间'],
    }),
    field('promulgatedOn', '公布日期', 'day', {
      grid: true,
      required: { basis: 'OGIR2019 20(1)' },
      synonyms: ['公开日期', '发布日期', '公布时间', '公开时间', '发布时间'],
      hint: '未公布的不计入制发',
    }),
    field('effectiveOn', '施行日期', 'day', { synonyms: ['实施日期', '生效日期', '施行时间'] }),
    field('validUntil', '有效期至', 'day', {
      synonyms: ['有效期届满日', '有效期', '失效时间', '有效期限'],
      hint: '有效期的最后一日；次日起失效',
    }),
    field('endedOn', '失效（废止）日期', 'day', {
      grid: true,
      synonyms: ['废止日期', '失效日期', '废止时间', '废止失效日期'],
      hint: '失去效力的首日：被废止、被替代或有效期届满次日',
    }),
    field('endedHow', '失效方式', 'choice', {
      choices: [
        choice('abolished', '废止'),
        choice('replaced', '被替代', '被代替', '修订替代'),
        choice('lapsed', '有效期届满', '自然失效', '失效'),
      ],
      synonyms: ['废止方式', '废止情况'],
    }),
    field('replacedBy', '替代文件', 'text', { synonyms: ['被何文件替代'] }),
    field('legalReviewOn', '合法性审核日期', 'day', { synonyms: ['合法性审查日期'] }),
    field('filedOn', '备案日期', 'day', { synonyms: ['报备日期', '备案时间'] }),
    HANDLER,
    field('item', '公开信息索引号', 'reference', { synonyms: ['索引号'] }),
    REMARK,
  ],
};
