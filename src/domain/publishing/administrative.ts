import { field, REMARK } from '../registers/define.ts';
import type { Register } from '../registers/register.ts';

const DECISIONS = '以本机关名义作出的决定，按决定日期，准予与不予、公开与依法不公开的都计；委托作出的归委托机关';

/** 行政许可、处罚、强制和收费月报: one line a month (OGIR2019 20(5), (6), (8)); the sheet it was taken from is its evidence. */
export const ADMINISTRATIVE: Register = {
  key: 'administrative',
  title: '行政执法和收费月报',
  countWord: '个月',
  recordWord: '月报',
  numberField: 'month',
  dateField: 'month',
  declared: true,
  fields: [
    field('month', '月份', 'month', {
      grid: true,
      required: { basis: 'OGIR2019 20' },
      synonyms: ['统计月份', '年月', '时间', '期间', '统计时间'],
    }),
    field('licences', '行政许可决定', 'count', {
      grid: true,
      hint: DECISIONS,
      synonyms: ['行政许可', '许可件数', '行政许可数量', '许可决定数量', '行政许可件数', '许可'],
    }),
    field('penalties', '行政处罚决定', 'count', {
      grid: true,
      hint: DECISIONS,
      synonyms: ['行政处罚', '处罚件数', '行政处罚数量', '处罚决定数量', '行政处罚件数', '处罚'],
    }),
    field('coercion', '行政强制', 'count', {
      grid: true,
      hint: DECISIONS,
      synonyms: ['强制措施', '行政强制件数', '行政强制数量', '强制件数', '行政强制决定', '强制'],
    }),
    field('feesFen', '行政事业性收费', 'fen', {
      grid: true,
      negative: true,
      hint: '本月实际收取的金额，按收款之日；不含信息处理费；退费另填',
      synonyms: ['收费金额', '行政事业性收费金额', '实收金额', '收费', '行政事业性收费（元）', '收费金额（元）'],
    }),
    field('refundsFen', '退费', 'fen', { synonyms: ['退费金额', '退付金额', '退费（元）'], hint: '从收费中扣除' }),
    field('evidence', '数据来源', 'text', { synonyms: ['来源', '依据', '台账来源', '填报依据', '提供单位'] }),
    REMARK,
  ],
};
