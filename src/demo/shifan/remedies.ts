import type { Line } from '../shape.ts';

const GROUPS = ['review', 'litigationDirect', 'litigationAfterReview'] as const;
const ORGANS: Readonly<Record<(typeof GROUPS)[number], string>> = {
  review: '示范县人民政府',
  litigationDirect: '示范县人民法院',
  litigationAfterReview: '示范市中级人民法院',
};
const PREFIX: Readonly<Record<(typeof GROUPS)[number], string>> = { review: 'FY', litigationDirect: 'SSA', litigationAfterReview: 'SSB' };

/** Month-day filed, month-day decided (in the next year where `next`), result. */
const COURSE: readonly (readonly [filed: string, decided: string, result: 'upheld' | 'corrected' | 'other', next?: true])[] = [
  ['02-08', '04-06', 'upheld'],
  ['04-11', '06-08', 'corrected'],
  ['06-13', '08-10', 'other'],
  ['08-15', '10-12', 'upheld'],
  ['10-17', '01-12', 'upheld', true],
  ['11-21', '02-15', 'corrected', true],
];

/** How many of the last two, pending ones a group has in a year: the more cases, the busier the group. */
function casesOf(group: (typeof GROUPS)[number], year: number): Line[] {
  const courses = group === 'review' || year === 2023 ? COURSE : COURSE.slice(0, 5);
  return courses.map(([filed, decided, result, next], i) => ({
    number: `SFZ-${PREFIX[group]}-${year}-${i + 1}`,
    agency: 'sfz',
    kind: group,
    caseNumber: `演示〔${year}〕${GROUPS.indexOf(group) * 10 + i + 1}号`,
    organ: ORGANS[group],
    party: `演示${'甲乙丙丁戊己'[i]}`,
    filedOn: `${year}-${filed}`,
    decidedOn: `${next ? year + 1 : year}-${decided}`,
    result,
  }));
}

/** A review that 2021 left open. */
const OPENING: Line = {
  number: 'SFZ-FY-2021-7',
  agency: 'sfz',
  kind: 'review',
  caseNumber: '演示〔2021〕7号',
  organ: ORGANS.review,
  party: '演示庚',
  filedOn: '2021-12-06',
  decidedOn: '2022-01-27',
  result: 'upheld',
  origin: 'opening',
};

/** Reviews and suits about disclosure, every result in every group in both years, some pending at each year's end. */
export const REMEDIES: readonly Line[] = [OPENING, ...[2022, 2023].flatMap((year) => GROUPS.flatMap((group) => casesOf(group, year)))];
