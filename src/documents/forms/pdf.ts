import { readFileSync } from 'node:fs';
import { compileTypst, type TypstOptions } from '../typst/compile.ts';
import { clean } from '../writing/clean.ts';
import { notesOf, type PrintedForm, printedDate } from './form.ts';

const TEMPLATE = readFileSync(new URL('./form.typ', import.meta.url), 'utf8');
/** Millimetres a line of twelve points takes, and characters that stand beside a label. */
const LINE = 6.8;
const CHARACTERS = 28;

/** Every text without control characters that no font has. */
function cleaned<T>(value: T): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, cleaned(v)])) as T;
}

/** A long text gets the room it needs, a short opinion the room to sign by hand. Zero: as high as the text. */
function withRoom(form: PrintedForm): PrintedForm {
  const rows = form.rows.map((r) => {
    if (r.kind !== 'opinion' && r.kind !== 'text') return r;
    const needed = Math.ceil([...r.value].length / CHARACTERS) * LINE;
    if (r.kind === 'text') return { ...r, tall: needed + LINE > r.tall ? 0 : r.tall };
    return { ...r, tall: Math.max(r.tall, needed + 2 * LINE + 4) };
  });
  return { ...form, rows };
}

/** A form as a tagged PDF of A4, to be signed by hand. Rejects with TypstError or MissingCharacters, which say what to do. */
export function writeFormPdf(form: PrintedForm, options: TypstOptions = {}): Promise<Uint8Array> {
  return compileTypst(TEMPLATE, withRoom(cleaned({ ...form, printedOn: printedDate(form), notes: notesOf(form) })), options);
}
