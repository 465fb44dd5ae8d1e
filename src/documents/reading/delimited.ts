import { isFormWord } from './formWords.ts';
import type { Piece } from './piece.ts';

interface NumberedLine {
  readonly n: number;
  readonly text: string;
}

/** Section three's seven after their label. */
const WIDTH = 7;
const FIELD = /^\s*(?:=?"|')?-?[\d.,]*"?\s*$/;
/** What stands between fields; a tab only where fields stand in quotes, else it is a dump's. */
const SEPARATORS = [',', ';', '，', '；', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];
/** Fewer such lines are prose. */
const FEWEST = 10;
/** A quoted cell of more lines has lost its closing quote. */
const MOST_LINES = 20;
const LONGEST = 4_000;

/** A line that ends in seven figures or empty cells after separators. */
function isRecord(line: string, separator: Separator): boolean {
  if (line.length > LONGEST || !line.includes(separator)) return false;
  const last = line.split(separator).slice(1).slice(-WIDTH);
  if (separator === '\t' && !last.some((f) => f.startsWith('"'))) return false;
  return last.length === WIDTH && last.every((f) => FIELD.test(f)) && last.some((f) => /\d/.test(f));
}

/** What separates the fields of a text, whatever its name; null where it is no table of records. */
export function separatorOf(lines: readonly NumberedLine[]): Separator | null {
  for (const separator of SEPARATORS) {
    let found = 0;
    for (const { text } of lines) if (isRecord(text, separator) && ++found >= FEWEST) return separator;
  }
  return null;
}

/** A field as the sheet showed it: ="12" and '12 keep a number from being one. */
function shown(field: string): string {
  const t = field.trim();
  return /^="(.*)"$/.exec(t)?.[1] ?? t.replace(/^'(?=[-\d])/, '');
}

/** The fields of a record, quotes taken away. */
function fieldsOf(record: string, separator: Separator): string[] {
  const out: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < record.length; i++) {
    const c = record[i]!;
    if (c === '"' && quoted && record[i + 1] === '"') {
      field += c;
      i++;
    } else if (c === '"' && (quoted || field.trim() === '')) quoted = !quoted;
    else if (c === separator && !quoted) {
      out.push(field);
      field = '';
    } else field += c;
  }
  out.push(field);
  return out.map(shown);
}

const quotes = (text: string): number => text.split('"').length - 1;

/** True for words with nothing beside them, which are no label of the form: a paragraph in a table. */
export function isParagraph(fields: readonly string[]): boolean {
  const filled = fields.filter((f) => f.trim() !== '');
  return filled.length === 1 && !/^[\d.,-]+$/.test(filled[0]!.trim()) && !isFormWord(filled[0]!);
}

/** Separated lines as pieces; a record with words in one field alone is a paragraph. */
export function piecesOfRecords(lines: readonly NumberedLine[], separator: Separator): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { n, text } = lines[i]!;
    if (/[，；]/.test(separator) && text.includes('。')) {
      out.push({ n, text });
      continue;
    }
    let record = lines[i]!.text;
    for (let more = 1; more < MOST_LINES && quotes(record) % 2 === 1 && i + 1 < lines.length; more++) record += ` ${lines[++i]!.text}`;
    const fields = fieldsOf(record, separator);
    if (fields.every((f) => f === '')) continue;
    if (isParagraph(fields)) out.push({ n, text: fields.join('') });
    else for (const [k, text] of fields.entries()) out.push({ n, text, cell: true, ...(k === fields.length - 1 ? { endsRow: true } : {}) });
  }
  return out;
}
