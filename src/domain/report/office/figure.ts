import { cellsOf, FORM_2021 } from '#law/forms/index.ts';
import type { Day } from '#lib/day.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import type { CountedRecord } from '../../facts/ports.ts';
import { predicateOf } from '../../facts/predicates.ts';
import { registerOf } from '../../registers/all.ts';
import type { Declaration } from '../../registers/declaration.ts';
import type { RegisterKey } from '../../registers/register.ts';
import { figureLabel, TEXT_FIGURES } from '../figures.ts';
import { valueAt } from '../model.ts';
import { compileStored } from '../stored.ts';
import type { OfficePorts } from './ports.ts';

/** A record behind a figure as a list shows it. */
export interface ShownRecord extends CountedRecord {
  /** What it is about, in the register's own words; never personal. */
  readonly title: string;
}

/** A figure opened: what it counts, by month, and the records behind it. */
export interface OpenedFigure {
  readonly figure: string;
  readonly label: string;
  /** What it counts and by which date. */
  readonly counts: string;
  readonly basis: readonly string[];
  readonly value: number | null;
  readonly byMonth: readonly { readonly month: string; readonly n: number }[];
  readonly records: readonly ShownRecord[];
  readonly total: number;
  /** What a zero stands on where nothing was recorded. */
  readonly declarations: readonly Declaration[];
  /** The part that comes from last year's printed report. */
  readonly opening: number;
}

const CELLS = new Map(cellsOf(FORM_2021).map((c) => [c.key, c]));
const TEXTS = new Map(TEXT_FIGURES.map((f) => [f.key, f]));
const TITLE_FIELDS = ['title', 'content', 'subject', 'problem', 'organ'];

async function titles(ports: OfficePorts, records: readonly CountedRecord[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const [key, list] of Map.groupBy(records, (r) => `${r.register}\n${r.unit}`)) {
    const [register, unit] = key.split('\n') as [RegisterKey, string];
    const field = TITLE_FIELDS.find((f) => registerOf(register).fields.some((x) => x.key === f && !x.personal));
    if (!field) continue;
    const page = await ports.registers.list({ register, agencies: [unit], numbers: list.map((r) => r.number), size: 0, void: 'with' });
    for (const r of page.records) found.set(`${key}\n${r.number}`, String(r.values[field] ?? ''));
  }
  return found;
}

/** The figures a share or a sum of the text is made of; a counted figure is itself. */
function countedFigures(figure: string): string[] {
  const origin = TEXTS.get(figure)?.origin ?? 'counted';
  if (origin === 'counted') return [figure];
  return 'share' in origin ? [origin.share[0]] : [...origin.sum];
}

/** Opens one figure for a span: its records page by page. */
export async function openFigure(
  ports: OfficePorts,
  agency: string,
  span: { readonly from: Day; readonly to: Day; readonly asOf: Day | null },
  figure: string,
  page: { page: number; size: number },
): Promise<OpenedFigure | Refusal> {
  const predicates = countedFigures(figure)
    .map(predicateOf)
    .filter((p) => p !== undefined);
  if (predicates.length === 0) return refuse(`没有“${figure}”这个数字。`);
  const compiled = await compileStored(ports, { agency, ...span, records: false });
  if (isRefusal(compiled)) return compiled;
  const scope = { agency, ...span };
  const behind = await ports.facts.recordsOf(predicates, scope, page);
  const names = await titles(ports, behind.records);
  const registers = new Set(predicates.flatMap((p) => p.registers));
  const cell = CELLS.get(figure);
  return {
    figure,
    label: figureLabel(figure),
    counts: cell?.counts ?? TEXTS.get(figure)?.counts ?? '',
    basis: cell?.basis ?? [],
    value: valueAt(compiled.report.tables, figure) ?? compiled.figures[figure] ?? null,
    byMonth: await ports.facts.byMonth(predicates, scope),
    records: behind.records.map((r) => ({ ...r, title: names.get(`${r.register}\n${r.unit}\n${r.number}`) ?? '' })),
    total: behind.total,
    declarations: compiled.coverage.filter((c) => registers.has(c.register)).flatMap((c) => c.nil),
    opening: compiled.opening[figure] ?? 0,
  };
}
