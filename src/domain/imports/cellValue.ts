import type { FieldValue } from '#domain/registers/record.ts';
import type { Field } from '#domain/registers/register.ts';
import type { SheetCell } from './sheet.ts';
import { parseChoiceCell } from './values/choice.ts';
import { parseDayCell } from './values/day.ts';
import { parseFlagCell } from './values/flag.ts';
import { parseMonthCell } from './values/month.ts';
import { type MoneyUnit, parseCountCell, parseMoneyCell } from './values/number.ts';
import { type Parsed, problem } from './values/parsed.ts';

/** What reading a cell needs to know of its sheet. */
export interface SheetFacts {
  readonly year: number | null;
  /** The unit of the column's money. */
  readonly unit: MoneyUnit;
}

const DITTO = /^(同上|[〃″”]|〞|"|'')$/;

/** A cell as the value of its field. Never a guess: what can be read two ways is a problem with both readings. */
export function cellValue(field: Field, cell: SheetCell, facts: SheetFacts): Parsed {
  if (cell.kind === 'fault') return problem(`公式出错，显示为${cell.text}`, '请改正公式，或直接填写内容');
  if (cell.kind === 'uncalculated') return problem('公式还没有算出结果', '请用表格软件打开、保存一次再导入，或直接填写内容');
  if (DITTO.test(cell.text.trim())) return problem(`“${cell.text.trim()}”指的是上面哪一格不确定`, '请写出具体内容');
  switch (field.kind) {
    case 'day':
      return parseDayCell(cell, facts.year);
    case 'month':
      return parseMonthCell(cell, facts.year);
    case 'count':
      return parseCountCell(cell);
    case 'fen':
      return parseMoneyCell(cell, facts.unit, field.negative === true);
    case 'flag':
      return parseFlagCell(cell, field.label);
    case 'choice':
      return parseChoiceCell(field, cell);
    case 'text':
    case 'longText':
    case 'reference':
    case 'unit':
      return textValue(field, cell);
  }
}

function textValue(field: Field, cell: SheetCell): Parsed<FieldValue> {
  const text = cell.text.replace(/[^\S\n]+$/gm, '').trim();
  const spoilt = cell.kind === 'number' ? Math.abs(cell.number) >= 1e15 : /^\d\.\d+E\+\d{2}$/i.test(text);
  if (spoilt) return problem(`“${text}”超过15位，末尾几位已被表格软件改掉`, '请把这一格设成文本格式，重新填写完整号码');
  const code = field.kind !== 'longText' && /编号|号码|文号|索引号|字号/.test(field.label);
  if (code && cell.kind === 'date') return problem(`“${text}”被表格软件变成了日期`, '请把这一格设成文本格式，重新填写');
  return { value: text === '' ? null : text };
}
