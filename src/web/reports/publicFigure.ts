import type { CountedRecord } from '#domain/facts/ports.ts';
import { predicateOf } from '#domain/facts/predicates.ts';
import { registerOf } from '#domain/registers/index.ts';
import { figureLabel, figureValue, isFigure, registersOf, spoken, TEXT_FIGURES } from '#domain/report/figures.ts';
import { type Value, valueAt } from '#domain/report/model.ts';
import type { ReportVersion } from '#domain/report/ports.ts';
import { visible } from '#domain/visibility/gate.ts';
import { cellsOf, formOf } from '#law/forms/index.ts';
import { chineseDate, day } from '#lib/day.ts';
import type { WebDeps } from '../deps.ts';
import type { PublicFigure } from './figureView.ts';
import { frozenSpan } from './published.ts';

const TEXTS = new Map(TEXT_FIGURES.map((f) => [f.key, f]));
const MOST_RECORDS = 500;

/** The counted figures behind a figure: a share shows its part, a sum its parts. */
function behind(key: string): string[] {
  const origin = TEXTS.get(key)?.origin ?? 'counted';
  if (origin === 'counted') return [key];
  return 'share' in origin ? [origin.share[0]] : [...origin.sum];
}

function unitOf(key: string): string {
  if (key.endsWith('Rate')) return '%';
  if (key.endsWith('Fen')) return '元';
  if (key === 'proactive/feesInTenThousandYuan') return '万元';
  const [register] = registersOf(key);
  return register ? registerOf(register).countWord : '';
}

/** Of an organ's items those that stand somewhere in public now: everything else is counted, never named. */
async function publicItems(deps: WebDeps, records: readonly CountedRecord[]): Promise<ReadonlyMap<string, { title: string; on: string }>> {
  const found = new Map<string, { title: string; on: string }>();
  for (const [unit, list] of Map.groupBy(
    records.filter((r) => r.register === 'items'),
    (r) => r.unit,
  )) {
    const numbers = list.map((r) => r.number);
    const items = await deps.stores.registers.list({ register: 'items', agencies: [unit], numbers, size: 0 });
    const publications = await deps.stores.registers.list({
      register: 'publications',
      agencies: [unit],
      filter: { item: numbers, takenDownOn: null },
      size: 0,
    });
    const standing = new Set(publications.records.map((p) => p.values['item']));
    for (const item of items.records) {
      const visibility = standing.has(item.number) ? 'public' : 'office';
      if (!visible({ agency: unit, visibility }, null)) continue;
      const on = list.find((r) => r.number === item.number)?.on ?? '';
      found.set(`${unit}\n${item.number}`, { title: String(item.values['title'] ?? ''), on });
    }
  }
  return found;
}

async function counted(deps: WebDeps, version: ReportVersion, key: string) {
  const predicates = behind(key)
    .map(predicateOf)
    .filter((p) => p !== undefined);
  const scope = { agency: version.agency, ...frozenSpan(version) };
  const [byMonth, page] = await Promise.all([
    deps.stores.facts.byMonth(predicates, scope),
    deps.stores.facts.recordsOf(predicates, scope, { page: 1, size: MOST_RECORDS }),
  ]);
  const titles = await publicItems(deps, page.records);
  const records = page.records.flatMap((r) => {
    const shown = titles.get(`${r.unit}\n${r.number}`);
    return shown ? [{ number: r.number, ...shown }] : [];
  });
  return { byMonth, records, withheld: page.total - records.length };
}

/** A figure of a published report as everybody may see it; null where the report has no such figure. */
export async function publicFigure(deps: WebDeps, version: ReportVersion, key: string): Promise<PublicFigure | null> {
  const { document, figures, definitions, overrides } = version.frozen;
  const { report } = document;
  const inTables = valueAt(report.tables, key) !== undefined;
  if (!inTables && !isFigure(key)) return null;
  const value: Value = figureValue(key, report, figures);
  const cell = cellsOf(formOf(document.form)).find((c) => c.key === key);
  const { byMonth, records, withheld } = await counted(deps, version, key);
  const months = byMonth.reduce((n, m) => n + m.n, 0);
  const registers = new Set(registersOf(key));
  const declared = (await deps.stores.declarations.of([version.agency])).filter(
    (d) => d.state === 'nil' && registers.has(d.register) && d.from <= document.period[1] && d.to >= document.period[0],
  );
  const override = overrides.find((o) => o.cell === key);
  return {
    key,
    label: figureLabel(key),
    value: value === null ? '空' : `${spoken(key, value)}${unitOf(key)}`,
    counts: definitions[key] ?? cell?.counts ?? TEXTS.get(key)?.counts ?? '登记簿中符合的记录',
    basis: cell?.basis ?? [],
    period: document.period,
    // A stock (结转, 现行有效) is no sum of this year's months; nor is a figure the office has set itself.
    byMonth: months === value && months > 0 ? byMonth : [],
    records: value === null ? [] : records,
    withheld: value === null || records.length === 0 ? 0 : withheld,
    declarations: declared.map(
      (d) =>
        `${registerOf(d.register).title}：${chineseDate(day(d.from))}至${chineseDate(day(d.to))}零报告（${chineseDate(day(d.on))}申报）`,
    ),
    override: override ? { counted: override.counted, reason: override.reason } : null,
    notCounted: value === null ? '这项的登记簿没有申报，数字空着，不当作0。' : null,
  };
}
