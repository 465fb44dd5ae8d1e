import type { Line } from '../shape.ts';

/** 文号, title, issued, promulgated, first day without force and how. */
const DOCUMENTS: readonly (readonly [
  number: string,
  title: string,
  issuedOn: string,
  promulgatedOn: string,
  endedOn?: string,
  endedHow?: 'abolished' | 'replaced' | 'lapsed',
])[] = [
  ['示政规〔2017〕1号', '示范镇村庄环境卫生管理办法', '2017-05-10', '2017-05-15', '2022-05-10', 'lapsed'],
  ['示政规〔2018〕1号', '示范镇集贸市场管理办法', '2018-03-20', '2018-03-23', '2022-07-01', 'replaced'],
  ['示政规〔2018〕2号', '示范镇农村公益性公墓管理办法', '2018-09-12', '2018-09-17'],
  ['示政规〔2019〕1号', '示范镇小型水利设施管护办法', '2019-04-08', '2019-04-11', '2023-04-08', 'lapsed'],
  ['示政规〔2020〕1号', '示范镇村级公益事业补助办法', '2020-06-15', '2020-06-18'],
  ['示政规〔2021〕1号', '示范镇农村厕所管护办法', '2021-03-25', '2021-03-30'],
  ['示政规〔2021〕2号', '示范镇禁放烟花爆竹若干规定', '2021-11-04', '2021-11-08', '2023-10-01', 'abolished'],
  ['示政规〔2022〕1号', '示范镇农村住房建设管理办法', '2022-03-02', '2022-03-07'],
  ['示政规〔2022〕2号', '示范镇集贸市场管理办法（2022年修订）', '2022-06-20', '2022-06-24'],
  ['示政规〔2022〕3号', '示范镇临时救助实施办法', '2022-11-15', '2022-11-18'],
  ['示政规〔2023〕1号', '示范镇村庄道路管护办法', '2023-02-14', '2023-02-17'],
  ['示政规〔2023〕2号', '示范镇小型水利设施管护办法', '2023-04-03', '2023-04-06'],
  ['示政规〔2023〕3号', '示范镇烟花爆竹管理规定', '2023-09-11', '2023-09-14'],
  ['示政规〔2023〕4号', '示范镇宅基地申请审批办法', '2023-12-25', '2023-12-28'],
];

export const NORMATIVE_DOCUMENTS: readonly Line[] = DOCUMENTS.map(([number, title, issuedOn, promulgatedOn, endedOn, endedHow]) => ({
  number,
  agency: 'sfz',
  title,
  kind: 'normativeDocument',
  issuedOn,
  promulgatedOn,
  endedOn: endedOn ?? null,
  endedHow: endedHow ?? null,
  origin: issuedOn < '2022-01-01' ? 'opening' : 'entered',
}));

function month(year: number, i: number): Line {
  const n = i + (year - 2022) * 5;
  return {
    agency: 'sfz',
    month: `${year}-${String(i + 1).padStart(2, '0')}`,
    licences: 4 + (n % 5),
    penalties: 1 + (n % 3),
    coercion: n % 2,
    feesFen: 120_000 + n * 3_550,
    refundsFen: i === 6 ? 5_000 : 0,
    evidence: '示范镇综合行政执法队月报表',
  };
}

/** Licences, penalties, coercion and fees month by month. */
export const ADMINISTRATIVE: readonly Line[] = [2022, 2023].flatMap((year) => Array.from({ length: 12 }, (_, i) => month(year, i)));
