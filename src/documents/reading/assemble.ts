import type { Line, Reading } from '#domain/report/model.ts';
import { LEFT_OUT, saysLeftOut } from './dump.ts';
import { fold } from './fold.ts';
import { placeInSections } from './headings.ts';
import { isReport } from './isReport.ts';
import { type Particulars, readParticulars } from './particulars.ts';
import type { Piece, Placed } from './piece.ts';
import { readProactive } from './proactive.ts';
import { readRemedies } from './remedies.ts';
import { readRequests } from './requests.ts';
import type { TableReading } from './tableReading.ts';
import { type Token, tokensOf } from './tokens.ts';
import { type Unreadable, unreadable } from './unreadable.ts';

/** What a reader knows beside the pieces. */
export interface SourceFacts {
  /** A title from outside the report, used only where nothing else gives unit or year. */
  readonly title?: string | null;
  /** The source is an excerpt: its narrative is not all there. */
  readonly excerpt?: boolean;
}

/** Sections of prose. */
const NARRATIVE = [1, 5, 6];
const MOST_CHARACTERS = 1_000_000;
const MOST_PIECES = 200_000;

const PROACTIVE_SIGNS = /第二十条|制发件数|处理决定数量|收费金额|制作数量|对外公开总数/;
const REQUEST_SIGNS = /本年新收|勾稽关系|钩稽关系|申请人情况|自然人/;

function textOf(tokens: readonly Token[]): string {
  return fold(
    tokens
      .map((t) => (t.kind === 'text' ? t.text : ''))
      .join(' ')
      .slice(0, 60_000),
  );
}

/** Reads a table in its section; where the section has no heading or no table, anywhere. */
function seek<T>(
  placed: readonly Placed[],
  section: number,
  signs: RegExp | null,
  read: (tokens: readonly Token[], ends: boolean) => TableReading<T>,
): TableReading<T> {
  const ends = !placed.some((p) => p.heading && p.section > section);
  const own = tokensOf(placed.filter((p) => p.section === section && !p.heading));
  const look = (tokens: readonly Token[]): TableReading<T> | null => {
    // Nearly always a sign stands in one cell as it should be.
    if (signs && !tokens.some((t) => t.kind === 'text' && signs.test(t.text)) && !signs.test(textOf(tokens))) return null;
    const found = read(tokens, ends);
    return found.state === 'missing' ? null : found;
  };
  return look(own) ?? look(tokensOf(placed.filter((p) => !p.heading))) ?? read([], ends);
}

function linesOf(placed: readonly Placed[], particulars: Particulars, tableEnds: readonly number[]): Line[] {
  const lines: { -readonly [K in keyof Line]: Line[K] }[] = [];
  for (const p of placed) {
    const text = (p.text.includes('[') ? p.text.replace(LEFT_OUT, '') : p.text).trim();
    if (text === '') continue;
    const kind = kindOf(p, particulars, tableEnds);
    const section = kind === 'signature' ? 7 : p.section;
    const last = lines.at(-1);
    if (p.cell && last?.kind === 'table' && last.n === p.n && last.section === section) last.text += `\t${text}`;
    else lines.push({ n: p.n, text, section, kind });
  }
  return lines;
}

function kindOf(p: Placed, particulars: Particulars, tableEnds: readonly number[]): Line['kind'] {
  if (particulars.titlePieces.has(p)) return 'title';
  if (particulars.signaturePieces.has(p)) return 'signature';
  if (p.heading) return 'heading';
  if (p.cell) return 'table';
  if (p.section < 2 || p.section > 4) return 'text';
  const inTable = p.n <= (tableEnds[p.section - 2] ?? 0) && (!p.text.includes('。') || /信息内容|申请人情况|结果维持/.test(p.text));
  return inTable ? 'table' : 'text';
}

function partialSections(placed: readonly Placed[], excerpt: boolean): number[] {
  const out = new Set(excerpt ? NARRATIVE : []);
  for (const p of placed) if (p.text.includes('[') && saysLeftOut(p.text)) out.add(p.section);
  return [...out].sort((a, b) => a - b);
}

/** What would steer a terminal or turn the reading direction where the text is shown. */
const STEERING = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const ALL_STEERING = new RegExp(STEERING, 'g');

function withoutSteering(pieces: readonly Piece[]): readonly Piece[] {
  if (!STEERING.test(pieces.map((p) => p.text).join('\n'))) return pieces;
  return pieces.map((p) => (STEERING.test(p.text) ? { ...p, text: p.text.replace(ALL_STEERING, '') } : p));
}

/** Reads an annual report from its pieces, whatever file they came from. */
export function readPieces(given: readonly Piece[], facts: SourceFacts = {}): Reading | Unreadable {
  let characters = 0;
  for (const p of given) characters += p.text.length;
  if (characters > MOST_CHARACTERS) return unreadable('tooLarge', '文字超过100万字，不像一份年报；请只上传年报本身。');
  if (given.length > MOST_PIECES) return unreadable('tooLarge', '段落和单元格超过20万个，不像一份年报；请只上传年报本身。');
  const pieces = withoutSteering(given);
  const { placed, next } = placeInSections(pieces);
  const two = seek(placed, 2, PROACTIVE_SIGNS, readProactive);
  const three = seek(placed, 3, REQUEST_SIGNS, readRequests);
  const four = seek(placed, 4, null, readRemedies);
  if (!isReport(placed, two.state, three.state))
    return unreadable('notAReport', '没有找到政府信息公开工作年度报告的章节或表格；请确认文件是年报正文，而不是封面、通知或目录。');
  const particulars = readParticulars(placed, facts.title ?? null);
  const partial = partialSections(placed, facts.excerpt ?? false);
  return {
    report: {
      // One row of （六）其他处理 alone proves nothing: later reports print it too.
      form: two.edition ?? (three.edition === '2021' ? '2021' : null),
      unit: particulars.unit,
      signedBy: particulars.signedBy,
      signedOn: particulars.signedOn,
      year: particulars.year,
      period: particulars.period,
      tables: { proactive: two.table, requests: three.table, remedies: four.table },
      ...(partial.length > 0 ? { partial } : {}),
    },
    doubts: [...two.doubts, ...three.doubts, ...four.doubts],
    lines: linesOf(placed, particulars, [two.lastLine, three.lastLine, four.lastLine]),
    cellLines: Object.assign(two.cellLines, three.cellLines, four.cellLines),
    notes: [...two.notes, ...three.notes, ...four.notes],
    tableStates: { proactive: two.state, requests: three.state, remedies: four.state },
    editions: { proactive: two.edition, requests: three.edition },
    labels: [...two.labels, ...three.labels, ...four.labels],
    absentRows: [...two.absentRows, ...three.absentRows],
    ...(next ? { nextReport: { line: next.n, text: next.text.trim() } } : {}),
  };
}
