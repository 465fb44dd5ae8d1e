import { asDocx, asDocxZip } from '#documents/checking/docx/index.ts';
import { asHtml } from '#documents/checking/html.ts';
import { asJson } from '#documents/checking/result.ts';
import { asXlsx } from '#documents/checking/xlsx.ts';
import type { Shape } from './asked.ts';
import type { Examined } from './examine.ts';

/** A result as a file. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly bytes: Uint8Array;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function* words(all: readonly Examined[]): AsyncGenerator<Uint8Array | null> {
  for (const { word } of all) yield word;
}

async function docx(all: readonly Examined[]): Promise<Download> {
  const [only] = all;
  if (all.length === 1 && only?.result.readable)
    return {
      name: `${only.result.file
        .replace(/\.[^./]*$/, '')
        .split('/')
        .at(-1)}（批注）.docx`,
      type: DOCX,
      label: '带批注的 Word',
      bytes: await asDocx(only.result, only.word),
    };
  const bytes = await asDocxZip(
    all.map((e) => e.result),
    words(all),
  );
  return { name: '年报体检批注.zip', type: 'application/zip', label: '带批注的 Word（ZIP）', bytes };
}

/** The results in one of the shapes a person may ask for. */
export async function downloadOf(shape: Exclude<Shape, 'page'>, all: readonly Examined[]): Promise<Download> {
  const results = all.map((e) => e.result);
  if (shape === 'docx') return docx(all);
  if (shape === 'xlsx') return { name: '年报体检清单.xlsx', type: XLSX, label: '清单 Excel', bytes: await asXlsx(results) };
  if (shape === 'html') return { name: '年报体检结果.html', type: 'text/html', label: '带批注的网页', bytes: Buffer.from(asHtml(results)) };
  const json = `${JSON.stringify(asJson(results), null, 1)}\n`;
  return { name: '年报体检结果.json', type: 'application/json', label: '数据 JSON', bytes: Buffer.from(json) };
}

/** The files worth putting into the page: none where nothing was read. */
export async function downloadsOf(all: readonly Examined[]): Promise<Download[]> {
  if (!all.some((e) => e.result.readable)) return [];
  const out: Download[] = [];
  for (const shape of ['docx', 'xlsx', 'html', 'json'] as const) out.push(await downloadOf(shape, all));
  return out;
}
