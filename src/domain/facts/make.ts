import type { RegisterRecord } from '../registers/record.ts';
import type { Fact, FactKind } from './fact.ts';

/** One fact of a record. `quantity` 1 unless said; a quantity of 0 makes no fact. */
export function factOf(
  record: RegisterRecord,
  agency: string,
  kind: FactKind,
  happenedOn: string,
  dimensions: Readonly<Record<string, string>> = {},
  quantity = 1,
): Fact {
  return {
    agency,
    kind,
    dimensions,
    happenedOn,
    quantity,
    register: record.register,
    unit: record.agency,
    record: record.number,
    version: record.version,
    recordedAt: record.recordedAt,
  };
}
