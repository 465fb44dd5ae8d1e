import type { ImportMappings, KeptMapping } from '#domain/imports/index.ts';
import type { RegisterRecord } from '#domain/registers/index.ts';
import { formatNumber } from '#domain/registers/numbering.ts';
import type { DraftProblem, RegisterStore } from '#domain/registers/ports.ts';
import { day } from '#lib/day.ts';
import type { RegisterOffice } from './office.ts';

/** An office held in memory, for tests: batches are saved whole or not at all, numbers given as the store gives them. */
export interface MemoryOffice extends RegisterOffice {
  readonly records: RegisterRecord[];
  readonly kept: KeptMapping[];
  readonly batches: number[];
}

/** One township, 示范镇 (`sfz`), with nothing registered. */
export function memoryOffice(): MemoryOffice {
  const records: RegisterRecord[] = [];
  const kept: KeptMapping[] = [];
  const batches: number[] = [];
  const missing = () => Promise.reject(new Error('not part of this office'));
  const find = (register: string, number: string | undefined) => records.findIndex((r) => r.register === register && r.number === number);
  const registers: RegisterStore = {
    list: async (query) => {
      const found = records.filter(
        (r) => r.register === query.register && query.agencies.includes(r.agency) && (query.void === 'with' || !r.void),
      );
      return { records: found, total: found.length };
    },
    async saveMany(drafts, by) {
      const problems = drafts.flatMap((draft, index): DraftProblem[] =>
        draft.number && draft.basedOn === undefined && find(draft.register, draft.number) >= 0
          ? [{ index, kind: 'exists', number: draft.number, what: `编号“${draft.number}”已经登记过`, fix: '换一个编号' }]
          : [],
      );
      if (problems.length > 0) return { refused: '没有保存', basis: [], problems };
      batches.push(drafts.length);
      return drafts.map((draft): RegisterRecord => {
        const at = find(draft.register, draft.number);
        const before = at >= 0 ? records[at]! : null;
        const number = draft.number ?? formatNumber(2023, draft.agency, draft.register, records.length + 1);
        const record: RegisterRecord = {
          register: draft.register,
          agency: draft.agency,
          number,
          version: (before?.version ?? 0) + 1,
          origin: 'import',
          void: null,
          values: { ...before?.values, ...draft.values },
          events: [],
          personKey: null,
          recordedAt: '2024-01-05T00:00:00.000Z',
          recordedBy: by.name,
        };
        if (at >= 0) records[at] = record;
        else records.push(record);
        return record;
      });
    },
    get: missing,
    history: missing,
    countIn: missing,
    noteReveal: missing,
    erasePerson: missing,
  };
  const mappings: ImportMappings = {
    of: async (_, register) => kept.filter((k) => k.register === register),
    keep: async (_, mapping) => void kept.unshift(mapping),
  };
  const agency = {
    code: 'sfz',
    name: '示范镇人民政府',
    shortName: '示范镇',
    kind: 'reportingOrgan',
    level: 'township',
    parent: null,
    from: null,
    to: null,
  } as const;
  return {
    records,
    kept,
    batches,
    registers,
    mappings,
    agencies: async () => [agency],
    actor: { id: 'p1', name: '导入人' },
    today: day('2024-01-05'),
    close: async () => undefined,
  };
}
