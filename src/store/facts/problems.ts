import { sql } from 'kysely';
import type { AgencyTree } from '#domain/agencies/tree.ts';
import type { FactContext } from '#domain/facts/context.ts';
import { problemsOf } from '#domain/facts/factsOf.ts';
import type { RecordProblem } from '#domain/facts/ports.ts';
import type { RegisterRecord } from '#domain/registers/index.ts';
import { daysOf } from '#domain/report/compile.ts';
import { FOREVER } from '../agencies/load.ts';
import type { Db, Tx } from '../database.ts';

const BATCH = 500;

/** What keeps a record from counting as it should, with the organ and the days it concerns. */
export function recordProblems(record: RegisterRecord, context: FactContext, tree: AgencyTree): (RecordProblem & { agency: string })[] {
  const days = daysOf(record);
  const organ = tree.organOf(record.agency, days[0] ?? FOREVER);
  if (!organ) return [];
  const level = tree.stateOf(organ, FOREVER)?.level ?? null;
  return problemsOf(record, context, level).map(({ rule, text }) => ({
    agency: organ,
    unit: record.agency,
    register: record.register,
    record: record.number,
    rule,
    text,
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
  }));
}

/** Replaces what was wrong with these records by what is wrong now. */
export async function writeProblems(tx: Tx, records: readonly RegisterRecord[], context: FactContext, tree: AgencyTree): Promise<void> {
  for (const [register, list] of Map.groupBy(records, (r) => r.register)) {
    const units = [...new Set(list.map((r) => r.agency))];
    await sql`
      delete from record_problems
      where unit = any(${units}) and register = ${register} and record = any(${list.map((r) => r.number)})`.execute(tx);
    const rows = list.flatMap((r) =>
      recordProblems(r, context, tree).map(
        (p, n) => sql`(${p.agency}, ${p.unit}, ${p.register}, ${p.record}, ${n}, ${p.rule}, ${p.text}, ${p.firstDay}, ${p.lastDay})`,
      ),
    );
    for (let i = 0; i < rows.length; i += BATCH) {
      await sql`
        insert into record_problems (agency, unit, register, record, n, rule, says, first_day, last_day)
        values ${sql.join(rows.slice(i, i + BATCH))}`.execute(tx);
    }
  }
}

interface ProblemRow {
  unit: string;
  register: RecordProblem['register'];
  record: string;
  rule: RecordProblem['rule'];
  says: string;
  first_day: string | null;
  last_day: string | null;
}

/** What is wrong with records of an organ that began on or before `to`. */
export async function problemsUpTo(db: Db, agency: string, to: string): Promise<RecordProblem[]> {
  const { rows } = await sql<ProblemRow>`
    select unit, register, record, rule, says, first_day, last_day from record_problems
    where agency = ${agency} and (first_day is null or first_day <= ${to}) order by register, record, n`.execute(db);
  return rows.map((r) => ({
    unit: r.unit,
    register: r.register,
    record: r.record,
    rule: r.rule,
    text: r.says,
    firstDay: r.first_day,
    lastDay: r.last_day,
  }));
}
