import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { SYSTEM } from '#domain/people/actor.ts';
import { DECLARED_REGISTERS } from '#domain/registers/index.ts';
import { compileStored, type ReportSources } from '#domain/report/stored.ts';
import { day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import { agencyStore } from '#store/agencies/store.ts';
import { type Database, openDatabase } from '#store/database.ts';
import { embeddedConnection } from '#store/embedded/attach.ts';
import { serverOwner } from '#store/embedded/owner.ts';
import { findPlaces } from '#store/embedded/places.ts';
import { factStore } from '#store/facts/store.ts';
import { registerStore } from '#store/registers/store.ts';
import { declarationStore } from '#store/report/declarations.ts';
import { openingStore } from '#store/report/openings.ts';
import type { BenchResult } from './result.ts';

const FACTS = 1_000_000;
const ROUNDS = 7;
const AGENCY = 'bench';

/** One organ's facts over three years, nine of ten in the year counted: requests with their outcomes, tickets, publications, suits. */
async function fill(database: Database): Promise<void> {
  await sql
    .raw(`
    insert into facts (agency, kind, dimensions, place, happened_on, quantity, register, unit, record, version, recorded_at)
    select '${AGENCY}', kind, place::jsonb, place, on_day, 1, register, '${AGENCY}', 'N-' || n, 1, '2024-01-01'
    from (
      select n, kinds.kind, kinds.register,
        case kinds.kind
          when 'request.received' then format('{"applicant":"%s"}', applicant)
          when 'request.outcome' then format('{"applicant":"%s","outcome":"%s"}', applicant, outcome)
          when 'ticket.received' then '{}'
          when 'ticket.due' then format('{"inTime":"%s"}', case when n % 20 = 0 then 'no' else 'yes' end)
          when 'ticket.closed' then format('{"inTime":"%s"}', case when n % 20 = 0 then 'no' else 'yes' end)
          when 'publication.made' then format('{"channel":"%s"}', (array['website','wechat','noticeBoard','gazette'])[1 + n % 4])
          when 'item.published' then '{"category":"other"}'
          when 'normative.issued' then '{"row":"normativeDocuments"}'
          else format('{"group":"review","result":"%s"}', (array['upheld','corrected','other'])[1 + n % 3])
        end as place,
        date '2023-01-01' + (case when n % 10 = 0 then n % 700 - 365 else n % 365 end) as on_day
      from generate_series(1, ${FACTS}) n
      cross join lateral (select (array['request.received','request.outcome','ticket.received','ticket.due','ticket.closed','publication.made','item.published','remedy.decided','normative.issued'])[1 + n % 9] as kind,
        (array['requests','requests','tickets','tickets','tickets','publications','items','remedies','normativeDocuments'])[1 + n % 9] as register,
        (array['naturalPerson','business','research','publicWelfare','legalService','other'])[1 + n / 9 % 6] as applicant,
        (array['3.1','3.2','3.3.1','3.3.4','3.4.1','3.5.1','3.6.3'])[1 + n / 54 % 7] as outcome) kinds
    ) rows`)
    .execute(database.db);
  await sql`vacuum analyze facts`.execute(database.db);
}

const TABLES: readonly (readonly string[])[] = [
  [
    'normative.issued',
    'normative.ended',
    'administrative.licences',
    'administrative.penalties',
    'administrative.coercion',
    'administrative.fees',
  ],
  ['request.received', 'request.outcome'],
  ['remedy.filed', 'remedy.decided'],
  [
    'item.published',
    'publication.made',
    'ticket.received',
    'ticket.closed',
    'ticket.due',
    'ticket.settled',
    'activity.held',
    'processingFee.noticed',
    'processingFee.noticedFen',
    'processingFee.paidFen',
  ],
];

/** What somebody would write by hand: one statement for each table of the form and one for the text, on one connection. */
async function bare(client: pg.Client): Promise<number> {
  const started = performance.now();
  for (const kinds of TABLES) {
    await client.query(
      `select kind, place, sum(quantity) filter (where happened_on < '2023-01-01') as before,
              sum(quantity) filter (where happened_on between '2023-01-01' and '2023-12-31') as during
       from facts where agency = $1 and kind = any($2) and happened_on <= '2023-12-31' group by kind, place`,
      [AGENCY, kinds],
    );
  }
  return performance.now() - started;
}

async function ours(sources: ReportSources): Promise<number> {
  const started = performance.now();
  const compiled = await compileStored(sources, {
    agency: AGENCY,
    from: day('2023-01-01'),
    to: day('2023-12-31'),
    asOf: null,
    records: false,
  });
  if (isRefusal(compiled)) throw new Error(compiled.refused);
  if (!compiled.report.complete) throw new Error('the benchmark compiled nothing');
  return performance.now() - started;
}

async function prepare(database: Database): Promise<ReportSources> {
  const now = () => new Date('2024-01-15T00:00:00Z');
  const agencies = agencyStore(database, now);
  const declarations = declarationStore(database, now);
  const organ = { code: AGENCY, name: '示例市人民政府', shortName: '示例市', kind: 'reportingOrgan', level: 'city' } as const;
  await agencies.save([{ ...organ, parent: null, from: null, to: null }], SYSTEM);
  for (const register of DECLARED_REGISTERS)
    await declarations.declare(
      { agency: AGENCY, register, from: '2023-01-01', to: '2023-12-31', state: 'kept', by: '示例', on: '2024-01-15' },
      SYSTEM,
    );
  await fill(database);
  const secret = { wrapping: Buffer.alloc(32), identity: Buffer.alloc(32), mark: '' };
  return {
    agencies,
    declarations,
    openings: openingStore(database, now),
    registers: registerStore(database, secret, now),
    facts: factStore(database),
  };
}

/** A year's report compiled from a million stored facts, against the bare statements that count them. */
export async function benchCompile(): Promise<BenchResult> {
  const dir = await mkdtemp(path.join(tmpdir(), 'gongkai-bench-'));
  // The database's own user must be able to pass.
  await chmod(dir, 0o711);
  const data = path.join(dir, 'data');
  const database = await openDatabase({ data });
  const client = new pg.Client(embeddedConnection(await findPlaces(data, serverOwner())));
  try {
    const sources = await prepare(database);
    await client.connect();
    await bare(client);
    await ours(sources);
    const rounds: { ours: number; base: number }[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const base = await bare(client);
      rounds.push({ base, ours: await ours(sources) });
    }
    return { name: `compile a year over ${FACTS.toLocaleString('en')} facts`, unit: 'ms', rounds, goal: '≤ 1.5 × the bare SQL' };
  } finally {
    await client.end();
    await database.close();
    await rm(dir, { recursive: true, force: true });
  }
}
