import type { Delivery } from '#domain/publishing/entries/entry.ts';
import type { FormList, PrintedForm } from './form.ts';
import { dateOf, type FormContext, pair } from './parts.ts';

/** Room for a round seal of 42 mm, in millimetres. */
const STAMP = 44;
/** Relative widths of a line: of a character of the index number, and of the numbers and the title together. */
const CHARACTER = 0.28;
const NUMBER_AND_TITLE = 12.5;

/** The number takes what the longest needs, the title all the rest. */
function listOf({ items }: Delivery): FormList {
  const number = Math.min(6.4, Math.max(2.4, ...items.map((i) => i.item.length * CHARACTER)));
  return {
    head: ['序号', '索引号', '信息名称', '份数', '备注'],
    widths: [1.1, number, NUMBER_AND_TITLE - number, 1.1, 1.3],
    rows: items.map((i, n) => [String(n + 1), i.item, i.title, String(i.copies), '']),
  };
}

/** 移交清单: copies for the archive or the library, with room for the receipt. */
export function deliveryForm(delivery: Delivery, context: Pick<FormContext, 'unit' | 'printedOn'>): PrintedForm {
  const copies = delivery.items.reduce((n, i) => n + i.copies, 0);
  return {
    title: '主动公开政府信息移交清单',
    number: '',
    unit: context.unit,
    printedOn: context.printedOn,
    rows: [
      pair(['移交单位', context.unit], ['接收单位', delivery.to]),
      pair(['移交日期', dateOf(delivery.on)], ['件数 / 份数', `${delivery.items.length} 件 / ${copies} 份`]),
      pair(['移交人', delivery.handedBy], ['接收人', delivery.receivedBy]),
      pair(['接收日期', dateOf(delivery.receivedOn)], ['备注', delivery.remark]),
      pair(['移交单位盖章', ''], ['接收单位盖章', ''], STAMP),
    ],
    list: listOf(delivery),
    notes: ['本清单一式两份，移交单位和接收单位各存一份。'],
  };
}
