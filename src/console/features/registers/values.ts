import type { FieldValue, Register } from '../../../web/api/consoleTypes.ts';

export type FieldOf = Register['fields'][number];

/** A value as the office writes it: 元 with two decimals, 是/否, the choice's label. */
export function shown(field: FieldOf, value: FieldValue | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (field.kind === 'choice') return field.choices?.find((c) => c.value === value)?.label ?? String(value);
  if (field.kind === 'flag') return value ? '是' : '否';
  if (field.kind === 'fen') return (Number(value) / 100).toFixed(2);
  return String(value);
}

const TRUE_WORDS = new Set(['是', '√', '有', '1', 'true', 'y']);
const FALSE_WORDS = new Set(['否', '×', '无', '0', 'false', 'n']);

/** Pads 2023.4.5, 2023/4/5 or 2023年4月5日 to 2023-04-05; anything else is left for the server to judge. */
function typedDay(text: string): string {
  const m = /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/.exec(text);
  return m ? `${m[1]}-${m[2]!.padStart(2, '0')}-${m[3]!.padStart(2, '0')}` : text;
}

/** What was typed or pasted, as the server takes it. Unreadable text stays text: the server answers with the place and the remedy. */
export function typed(field: FieldOf, input: string): FieldValue {
  const text = input.normalize('NFKC').trim();
  if (text === '') return null;
  if (field.kind === 'choice')
    return (
      field.choices?.find(
        (c) => c.value === text || c.label === input.trim() || c.label.normalize('NFKC') === text || c.synonyms?.includes(text),
      )?.value ?? text
    );
  if (field.kind === 'flag') return TRUE_WORDS.has(text.toLowerCase()) ? true : FALSE_WORDS.has(text.toLowerCase()) ? false : text;
  if (field.kind === 'count') return /^-?\d+$/.test(text.replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : text;
  if (field.kind === 'fen')
    return /^-?\d+(\.\d{1,2})?$/.test(text.replaceAll(',', '')) ? Math.round(Number(text.replaceAll(',', '')) * 100) : text;
  if (field.kind === 'day') return typedDay(text);
  return field.kind === 'longText' || field.kind === 'text' ? input.trim() : text;
}
