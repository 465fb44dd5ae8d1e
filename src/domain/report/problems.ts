import { field, REMARK } from '../registers/define.ts';
import type { Register } from '../registers/register.ts';

/** 存在的主要问题及改进情况 (OGIR2019 50.1(4)): the list section five is written from. No figure counts it, so it is not declared. */
export const PROBLEMS: Register = {
  key: 'problems',
  title: '问题和改进清单',
  countWord: '条',
  recordWord: '问题',
  numberField: 'number',
  dateField: 'foundOn',
  declared: false,
  fields: [
    field('number', '编号', 'text', { grid: true, synonyms: ['序列号'] }),
    field('year', '年度', 'count', { grid: true, synonyms: ['报告年度', '年份'] }),
    field('foundOn', '发现日期', 'day', { synonyms: ['发现时间', '日期'] }),
    field('problem', '存在的问题', 'longText', {
      grid: true,
      synonyms: ['问题', '主要问题', '不足'],
      required: { basis: 'OGIR2019 50.1(4)' },
    }),
    field('measure', '改进措施', 'longText', { grid: true, synonyms: ['措施', '整改措施', '改进情况', '下一步措施'] }),
    field('carried', '上年延续', 'flag', { grid: true, synonyms: ['是否上年问题', '上年问题'], hint: '上一年报告已写明的问题' }),
    field('doneOn', '完成日期', 'day', { grid: true, synonyms: ['整改完成日期', '完成时间'] }),
    field('result', '改进结果', 'longText', { grid: true, synonyms: ['整改结果', '成效', '整改情况'] }),
    REMARK,
  ],
};
