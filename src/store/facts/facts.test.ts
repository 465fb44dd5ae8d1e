import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { predicateOf } from '#domain/facts/predicates.ts';
import type { Declaration } from '#domain/registers/declaration.ts';
import { DECLARED_REGISTERS, REGISTERS, type RecordDraft, type RegisterRecord } from '#domain/registers/index.ts';
import { isSaveRefusal } from '#domain/registers/ports.ts';
import { type Compiled, type CompileOptions, compile } from '#domain/report/compile.ts';
import { compileStored, type ReportSources } from '#domain/report/stored.ts';
import { day } from '#lib/day.ts';
import { isRefusal } from '#lib/result.ts';
import { declarationStore } from '../report/declarations.ts';
import { openingStore } from '../report/openings.ts';
import { STEPS, type Step } from '../testing/arbitrary.ts';
import { onEveryServer } from '../testing/database.ts';
import { CLERK, testOffice } from '../testing/office.ts';

const RUNS = process.env['GONGKAI_LONG'] ? 150 : 8;

onEveryServer('what the store counts', (open) => {
  let offices = 0;
  async function office() {
    const { database } = await open();
    const code = `o${++offices}`;
    const own = await testOffice(database, code);
    const declarations = declarationStore(database, () => new Date());
    const openings = openingStore(database, () => new Date());
    const sources: ReportSources = { ...own, declarations, openings };
    const everything = async (): Promise<RegisterRecord[]> => {
      const pages = await Promise.all(
        REGISTERS.map((r) => own.registers.list({ register: r.key, agencies: [code, `${code}-hall`], void: 'with', size: 0 })),
      );
      return pages.flatMap((p) => p.records);
    };
    return {
      ...own,
      ...sources,
      code,
      everything,
      declare: async (state: Declaration['state'], from = '2021-01-01', to = '2030-12-31', registers = DECLARED_REGISTERS) => {
        for (const register of registers)
          await declarations.declare({ agency: code, register, from, to, state, by: '张示例', on: from }, CLERK);
      },
      async stored(options: Omit<CompileOptions, 'agency'>): Promise<Compiled> {
        const compiled = await compileStored(sources, { agency: code, records: true, ...options });
        if (isRefusal(compiled)) throw new Error(compiled.refused);
        const { organ: _, coverage: __, ...rest } = compiled;
        return rest;
      },
      async inMemory(options: Omit<CompileOptions, 'agency'>): Promise<Compiled> {
        const compiled = compile(
          {
            agencies: await own.agencies.all(),
            declarations: await declarations.of([code]),
            opening: await openings.of([code]),
            records: await everything(),
          },
          { agency: code, ...options },
        );
        if (isRefusal(compiled)) throw new Error(compiled.refused);
        return compiled;
      },
    };
  }

  type Office = Awaited<ReturnType<typeof office>>;

  async function play(o: Office, saves: readonly Step[][]): Promise<void> {
    const versions = new Map<string, number>();
    for (const steps of saves) {
      const unique = [...new Map(steps.map((s) => [`${s.register}/${s.number}`, s])).values()];
      const drafts = unique.map((s): RecordDraft => {
        const basedOn = versions.get(`${s.register}/${s.number}`);
        return {
          register: s.register,
          agency: s.number.startsWith('unit-') ? `${o.code}-hall` : o.code,
          number: s.number,
          values: s.values,
          events: s.events,
          void: s.voided ? { reason: '重复', on: '2023-06-30' } : null,
          ...(basedOn !== undefined && { basedOn }),
        };
      });
      const saved = await o.registers.saveMany(drafts, CLERK, '');
      if (isSaveRefusal(saved)) throw new Error(saved.refused);
      for (const r of saved) versions.set(`${r.register}/${r.number}`, r.version);
    }
  }

  const sorted = (c: Compiled): Compiled => ({
    ...c,
    findings: [...c.findings].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  });
  const YEAR = { from: day('2023-01-01'), to: day('2023-12-31'), asOf: null };

  it('is what the same records count in memory, for a year, a quarter and a month; facts agree with registers, also rebuilt', async () => {
    await fc.assert(
      fc.asyncProperty(STEPS, async (saves) => {
        const o = await office();
        await o.declare('kept');
        await play(o, saves);
        const spans = [
          YEAR,
          { ...YEAR, to: day('2023-03-31') },
          { ...YEAR, from: day('2023-12-01') },
          { ...YEAR, from: day('2024-01-01'), to: day('2024-12-31') },
        ];
        for (const span of spans) expect(sorted(await o.stored(span))).toEqual(sorted(await o.inMemory(span)));
        expect(await o.facts.reconcile(o.code)).toEqual([]);
        const before = await o.stored(YEAR);
        const rows = await o.facts.facts({ agency: o.code, asOf: null });
        await o.facts.rebuild(o.code);
        expect(await o.stored(YEAR)).toEqual(before);
        expect(await o.facts.facts({ agency: o.code, asOf: null })).toEqual(rows);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('opens the records behind each figure, page by page', async () => {
    const o = await office();
    await o.declare('kept');
    await o.saved(
      ...['R1', 'R2', 'R3'].map((n) => ({
        register: 'requests' as const,
        number: n,
        values: {
          receivedOn: '2023-02-01',
          channel: 'counter',
          applicantKind: 'business',
          outcome: n === 'R3' ? null : '3.1',
          outcomeOn: n === 'R3' ? null : '2023-02-10',
        },
      })),
    );
    const scope = { agency: o.code, from: '2023-01-01', to: '2023-12-31', asOf: null };
    const behind = async (figure: string, page?: { page: number; size: number }) => {
      const predicate = predicateOf(figure);
      return o.facts.recordsOf(predicate ? [predicate] : [], scope, page);
    };
    expect((await behind('requests/3.1/total')).records.map((r) => [r.number, r.on, r.quantity])).toEqual([
      ['R1', '2023-02-10', 1],
      ['R2', '2023-02-10', 1],
    ]);
    expect((await behind('requests/4/business')).records.map((r) => r.number)).toEqual(['R3']);
    const second = await behind('requests/1/total', { page: 2, size: 2 });
    expect([second.total, second.records.length]).toEqual([3, 1]);
    const counts = await o.facts.recordCounts(
      [predicateOf('requests/3.7/total'), predicateOf('requests/1/business')].filter((p) => p !== undefined),
      scope,
    );
    expect([...counts].sort()).toEqual([
      ['requests/1/business', 3],
      ['requests/3.7/total', 2],
    ]);
  });

  it('knows what was known on any day: a late record does not change what an earlier day told', async () => {
    const { database } = await open();
    const code = `o${++offices}`;
    let now = new Date('2023-04-01T00:30:00+08:00');
    const own = await testOffice(database, code, () => now);
    const declarations = declarationStore(database, () => now);
    await declarations.declare(
      { agency: code, register: 'activities', from: '2023-01-01', to: '2023-12-31', state: 'kept', by: '张示例', on: '2023-04-01' },
      CLERK,
    );
    const sources = { ...own, declarations, openings: openingStore(database, () => now) };
    const training = (id: string, on: string) => ({ register: 'activities' as const, number: id, values: { kind: 'training', on } });
    await own.saved(training('A', '2023-03-01'));
    now = new Date('2023-05-01T00:30:00+08:00');
    await own.saved(training('B', '2023-03-02'));
    now = new Date('2023-06-01T00:30:00+08:00');
    await own.saved({ ...training('A', '2023-03-01'), basedOn: 1, void: { reason: '误登', on: '2023-06-01' } });
    const count = async (asOf: string | null) => {
      const compiled = await compileStored(sources, {
        agency: code,
        records: false,
        from: day('2023-01-01'),
        to: day('2023-12-31'),
        asOf: asOf ? day(asOf) : null,
      });
      return isRefusal(compiled) ? compiled : compiled.figures['figures/activities/training/all'];
    };
    expect([
      await count('2023-03-31'),
      await count('2023-04-01'),
      await count('2023-04-30'),
      await count('2023-05-01'),
      await count('2023-05-31'),
    ]).toEqual([null, 1, 1, 2, 2]);
    expect([await count('2023-06-01'), await count(null)]).toEqual([1, 1]);
    await own.facts.rebuild(code);
    expect([await count('2023-04-30'), await count('2023-05-01'), await count('2023-06-01')]).toEqual([1, 2, 1]);
  });

  it('lists a fact that was tampered with, and mends it by a rebuild', async () => {
    const { database } = await open();
    const o = await office();
    await o.saved({ register: 'activities', number: 'A', values: { kind: 'training', on: '2023-03-01' } });
    await sql`update facts set quantity = 5 where agency = ${o.code}`.execute(database.db);
    const [difference] = await o.facts.reconcile(o.code);
    expect([difference?.record, difference?.stored[0]?.quantity, difference?.recounted[0]?.quantity]).toEqual(['A', 5, 1]);
    await o.facts.rebuild(o.code);
    expect(await o.facts.reconcile(o.code)).toEqual([]);
  });

  it('follows a unit to another organ when the agencies change', async () => {
    const o = await office();
    const other = await office();
    await o.registers.saveMany(
      [{ register: 'activities', agency: `${o.code}-hall`, number: 'A', values: { kind: 'training', on: '2023-03-01' } }],
      CLERK,
      '',
    );
    const count = async (agency: string) => (await o.facts.facts({ agency, asOf: null })).length;
    expect([await count(o.code), await count(other.code)]).toEqual([1, 0]);
    const hall = (await o.agencies.all()).find((a) => a.code === `${o.code}-hall`);
    if (!hall) throw new Error('no hall');
    await o.agencies.save([{ ...hall, parent: other.code }], CLERK);
    expect([await count(o.code), await count(other.code)]).toEqual([0, 1]);
    expect(await o.facts.reconcile(null)).toEqual([]);
  });

  it('counts together what two units of an organ save at the same moment', async () => {
    const o = await office();
    const hall = `${o.code}-hall`;
    const item = (basedOn: number | undefined, village: boolean): RecordDraft => ({
      register: 'items',
      agency: o.code,
      number: 'I',
      values: { title: '信息', village },
      ...(basedOn !== undefined && { basedOn }),
    });
    const publication = (n: number): RecordDraft => ({
      register: 'publications',
      agency: hall,
      number: `P${n}`,
      values: { item: 'I', channel: 'website', on: '2023-05-05' },
    });
    await o.registers.saveMany([item(undefined, true)], CLERK, '');
    for (let n = 1; n <= 6; n++) {
      await Promise.all([o.registers.saveMany([item(n, n % 2 === 0)], CLERK, ''), o.registers.saveMany([publication(n)], CLERK, '')]);
      expect(await o.facts.reconcile(o.code)).toEqual([]);
    }
  });

  it('counts nothing of a village committee', async () => {
    const o = await office();
    await o.registers.saveMany(
      [{ register: 'activities', agency: `${o.code}-village`, number: 'A', values: { kind: 'training', on: '2023-03-01' } }],
      CLERK,
      '',
    );
    expect(await o.facts.facts({ agency: o.code, asOf: null })).toEqual([]);
  });

  it('is null and asks for declarations where nothing is declared, and is 0 with the declaration behind it after 零报告', async () => {
    const o = await office();
    const empty = await o.stored(YEAR);
    expect(empty.report.complete).toBe(false);
    expect(empty.missing.map((m) => m.register).sort()).toEqual([...DECLARED_REGISTERS].sort());
    await o.declare('nil', '2023-01-01', '2023-12-31');
    const nil = await o.stored(YEAR);
    expect([nil.report.complete, nil.report.tables.requests?.['1']]).toEqual([true, [0, 0, 0, 0, 0, 0, 0]]);
    expect(nil.cells['requests/1/total']).toEqual(['declaration:requests:2023-01-01..2023-12-31']);
    await o.declare('notKept', '2023-06-01', '2023-06-30', ['requests']);
    expect((await o.stored(YEAR)).missing).toEqual([{ register: 'requests', from: '2023-06-01', to: '2023-06-30' }]);
  });

  it('opens the first year from last year’s printed report, each record in the place of one', async () => {
    const o = await office();
    await o.declare('kept');
    const requests = { '4': [2, 1, 0, 0, 0, 0, 3] };
    await o.openings.keep({ agency: o.code, year: 2022, tables: { proactive: null, requests, remedies: null }, evidence: null }, CLERK);
    expect((await o.stored(YEAR)).report.tables.requests?.['2']).toEqual([2, 1, 0, 0, 0, 0, 3]);
    expect(await o.stored(YEAR)).toEqual(await o.inMemory(YEAR));
    await o.saved({
      register: 'requests',
      number: 'R',
      origin: 'opening',
      values: { receivedOn: '2022-12-20', channel: 'counter', applicantKind: 'business' },
    });
    const replaced = await o.stored(YEAR);
    expect(replaced.report.tables.requests?.['2']).toEqual([2, 1, 0, 0, 0, 0, 3]);
    expect([replaced.cells['requests/2/business'], replaced.opening['requests/2/total']]).toEqual([['R'], 2]);
    expect(sorted(replaced)).toEqual(sorted(await o.inMemory(YEAR)));
  });
});
