import type { Piece } from './piece.ts';

interface NumberedLine {
  readonly n: number;
  readonly text: string;
}

/** Section three's seven after their label. */
const WIDTH = 7;
const FIELD = /^\s*"?-?[\d.]*"?\s*$/;
/** Fewer such lines are prose. */
const FEWEST = 10;
/** A quoted cell of more lines has lost its closing quote. */
const MOST_LINES = 20;
const LONGEST = 4_000;

/** A line that ends in seven figures or empty cells after commas. */
function isRecord(line: string): boolean {
  if (line.length > LONGEST) return false;
  const last = line.split(',').slice(1).slice(-WIDTH);
  return last.length === WIDTH && last.every((f) => FIELD.test(f)) && last.some((f) => /\d/.test(f));
}

/** True for a comma-separated text, whatever its name. */
export function isCommaSeparated(lines: readonly NumberedLine[]): boolean {
  let found = 0;
  for (const { text } of lines) if (isRecord(text) && ++found >= FEWEST) return true;
  return false;
}

/** The fields of a record, quotes taken away. */
function fieldsOf(record: string): string[] {
  const out: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < record.length; i++) {
    const c = record[i]!;
    if (c === '"' && quoted && record[i + 1] === '"') {
      field += c;
      i++;
    } else if (c === '"' && (quoted || field.trim() === '')) quoted = !quoted;
    else if (c === ',' && !quoted) {
      out.push(field);
      field = '';
    } else field += c;
  }
  out.push(field);
  return out;
}

const quotes = (text: string): number => text.split('"').length - 1;

/** Comma-separated lines as pieces; a record with words in one field alone is a paragraph. */
export function piecesOfRecords(lines: readonly NumberedLine[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { n } = lines[i]!;
    let record = lines[i]!.text;
    for (let more = 1; more < MOST_LINES && quotes(record) % 2 === 1 && i + 1 < lines.length; more++) record += ` ${lines[++i]!.text}`;
    const fields = fieldsOf(record).map((f) => f.trim());
    const filled = fields.filter((f) => f !== '');
    if (filled.length === 0) continue;
    if (filled.length === 1 && !/^[\d.,-]+$/.test(filled[0]!)) out.push({ n, text: filled[0]! });
    else for (const [k, text] of fields.entries()) out.push({ n, text, cell: true, ...(k === fields.length - 1 ? { endsRow: true } : {}) });
  }
  return out;
}
