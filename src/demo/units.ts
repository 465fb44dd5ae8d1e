import type { Agency } from '#domain/agencies/agency.ts';

interface Township {
  /** Codes and short names; an organ is called its short name and 人民政府. */
  readonly county: readonly [code: string, shortName: string];
  readonly town: readonly [code: string, shortName: string];
  readonly villages: readonly string[];
}

const ALWAYS = { from: null, to: null } as const;

/** A county, a township under it, its office, its villages, as they always were. */
export function unitsOf({ county: [above, countyName], town: [code, townName], villages }: Township): readonly Agency[] {
  const [of, at] = [`${countyName}人民政府`, `${townName}人民政府`];
  return [
    { ...ALWAYS, code: above, name: of, shortName: countyName, kind: 'reportingOrgan', level: 'county', parent: null },
    { ...ALWAYS, code, name: at, shortName: townName, kind: 'reportingOrgan', level: 'township', parent: above },
    { ...ALWAYS, code: `${code}-bgs`, name: `${at}办公室`, shortName: '办公室', kind: 'internalUnit', level: 'township', parent: code },
    ...villages.map((village, i): Agency => {
      const name = `${village}村民委员会`;
      return { ...ALWAYS, code: `${code}-c${i + 1}`, name, shortName: village, kind: 'villageCommittee', level: 'village', parent: code };
    }),
  ];
}
