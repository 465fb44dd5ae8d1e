import { describe, expect, it } from 'vitest';
import type { Column } from '#domain/publishing/columns.ts';
import type { Entry, EntryBody, EntryKind } from '#domain/publishing/entries/entry.ts';
import type { RegisterRecord } from '#domain/registers/record.ts';
import { addDays } from '#lib/day.ts';
import { place, TODAY } from '../testing/scene.ts';
import { seenColumns, seenPlaces } from './office.ts';

const ago = (n: number) => addDays(TODAY, -n);

describe('栏目和场所从登记看', () => {
  const base = { order: 0, basis: [], category: 'other', fields: [], description: '', closed: false, threshold: null } as const;
  const of = (id: string, more: Partial<Column> = {}): Column => ({ ...base, id, parent: null, label: id, ...more });
  it('有了内容才出现的栏目，没有内容时公众看不到，不算空白', () => {
    const columns = [of('a'), of('b', { whenFilled: true }), of('c', { whenFilled: true })];
    const seen = seenColumns(columns, new Map([['c', { count: 1, lastOn: TODAY }]]), new Map());
    expect(seen.map((c) => [c.id, c.count])).toEqual([
      ['a', 0],
      ['c', 1],
    ]);
  });

  const entry = <K extends EntryKind>(kind: K, id: string, body: EntryBody<K>, agency = 'slz'): Entry<K> => ({
    agency,
    kind,
    id,
    body,
    version: 1,
    removed: false,
    reason: '',
    recordedAt: '2026-11-01T00:00:00Z',
    recordedBy: '示例',
  });
  const made = (number: string, on: string, address: string, agency = 'slz') =>
    ({ agency, number, void: false, values: { on, address } }) as unknown as RegisterRecord;
  const board = entry('place', 'b1', place('b1', 'board', null, { name: '村公示栏', address: '' }).body);

  it('发布在哪个场所按登记时选的算，改名、改网址都不影响；别的单位同号的不算', () => {
    const renamed = entry('place', 'b2', place('b2', 'board', null, { name: '便民栏' }).body);
    const placed = [
      entry('placed', 'F1', { publication: 'F1', place: 'b2' }),
      entry('placed', 'F2', { publication: 'F2', place: 'b2' }, 'other'),
    ];
    const publications = [made('F1', ago(3), '村公示栏'), made('F2', ago(2), '村公示栏')];
    expect(seenPlaces([board, renamed], publications, placed, TODAY).map((p) => p.lastOn)).toEqual([ago(2), ago(3)]);
  });
  it('记在以后的日期不算更新过；停用的场所不看', () => {
    const closed = entry('place', 'b3', { ...board.body, closedOn: TODAY });
    const publications = [made('F1', addDays(TODAY, 1), '村公示栏'), made('F2', TODAY, '村公示栏')];
    expect(seenPlaces([board, closed], publications, [], TODAY).map((p) => [p.id, p.lastOn])).toEqual([['b1', TODAY]]);
  });
});
