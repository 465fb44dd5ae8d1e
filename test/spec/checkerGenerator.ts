import fc from 'fast-check';
import { plainSectionOne, type Sketch } from '#domain/checker/sketch.ts';
import { FORM_2021, identitiesOf, requestRowKeys } from '#law/forms/index.ts';

/** A sentence with a number that names a figure: the text before the number, the number, the text after. */
export interface Sentence {
  readonly before: string;
  readonly value: number;
  readonly after: string;
}

const PARTS = ['naturalPerson', 'business', 'research', 'publicWelfare', 'legalService', 'other'] as const;
const OUTCOMES = requestRowKeys(FORM_2021).filter((k) => k.startsWith('3.') && k !== '3.7');
const RESULTS = ['upheld', 'corrected', 'other', 'pending'] as const;
const GROUPS = ['review', 'litigationDirect', 'litigationAfterReview'] as const;
const small = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }) });

/** Row 3.1 of each column is what the balance leaves when the other outcomes and row 4 are drawn. */
const requests = fc
  .tuple(...PARTS.map(() => fc.tuple(small, small, fc.array(small, { minLength: OUTCOMES.length, maxLength: OUTCOMES.length }))))
  .map((columns) => {
    const cells: Record<string, number> = {};
    const total: Record<string, number> = {};
    const set = (row: string, column: string, n: number): void => {
      cells[`requests/${row}/${column}`] = n;
      total[row] = (total[row] ?? 0) + n;
    };
    columns.forEach(([carriedIn, carriedOver, outcomes], i) => {
      const closed = outcomes.reduce((a, b) => a + b, 0);
      const carried = Math.min(carriedIn, closed + carriedOver);
      set('2', PARTS[i]!, carried);
      set('1', PARTS[i]!, closed + carriedOver - carried);
      set('4', PARTS[i]!, carriedOver);
      set('3.7', PARTS[i]!, closed);
      OUTCOMES.forEach((row, k) => void set(row, PARTS[i]!, outcomes[k]!));
    });
    for (const [row, n] of Object.entries(total)) cells[`requests/${row}/total`] = n;
    return cells;
  });

const remedies = fc
  .tuple(...GROUPS.map(() => fc.tuple(small, small, small, small)))
  .map((groups) =>
    Object.fromEntries(
      groups.flatMap((values, i) => [
        ...RESULTS.map((r, k) => [`remedies/${GROUPS[i]}/${r}`, values[k]!] as const),
        [`remedies/${GROUPS[i]}/total`, values.reduce((a, b) => a + b, 0)] as const,
      ]),
    ),
  );

const proactive = fc
  .record({
    issued: small,
    abolished: small,
    kept: small,
    licences: fc.nat(99_999),
    penalties: fc.nat(9_999),
    coercion: small,
    fee: fc.nat(9_999_999),
  })
  .map((p) => ({
    'proactive/normativeDocuments/issued': p.issued,
    'proactive/normativeDocuments/abolished': p.abolished,
    'proactive/normativeDocuments/inForce': p.issued + p.kept,
    'proactive/licences': p.licences,
    'proactive/penalties': p.penalties,
    'proactive/coercion': p.coercion,
    'proactive/feesInTenThousandYuan': p.fee / 100,
  }));

function sum(cells: Record<string, number>, keys: readonly string[]): number {
  return keys.reduce((n, k) => n + (cells[k] ?? 0), 0);
}

/** Ways of saying a number; each entry is a paragraph's sentence with its figure. */
function sentences(c: Record<string, number>, pick: number): Sentence[][] {
  const one = (before: string, value: number, after: string): Sentence => ({ before, value, after });
  const at = (row: string): number => c[`requests/${row}/total`]!;
  const group = (g: string): number =>
    sum(
      c,
      OUTCOMES.filter((r) => r.startsWith(g)).map((r) => `requests/${r}/total`),
    );
  const suits = sum(c, ['remedies/litigationDirect/total', 'remedies/litigationAfterReview/total']);
  const intake = [
    [one('全年共收到政府信息公开申请', at('1'), '件，')],
    [one('2023年，我县受理依申请公开申请', at('1'), '件，')],
    [one('本年度新收政府信息公开申请', at('1'), '件，'), one('上年结转', at('2'), '件，')],
  ][pick % 3]!;
  const closing = [
    [one('办结', at('3.7'), '件，'), one('结转下年度继续办理', at('4'), '件。')],
    [one('依法答复', at('3.7'), '件，'), one('另有', at('4'), '件结转下年度继续办理。')],
  ][pick % 2]!;
  return [
    [...intake, ...closing],
    [
      one('政府信息公开申请的办理结果中，予以公开', at('3.1'), '件、'),
      one('部分公开', at('3.2'), '件、'),
      one('不予公开', group('3.3.'), '件、'),
      one('无法提供', group('3.4.'), '件、'),
      one('不予处理', group('3.5.'), '件、'),
      one('作其他处理', group('3.6.'), '件。'),
    ],
    [one('因政府信息公开引起的行政复议', c['remedies/review/total']!, '件，'), one('行政诉讼', suits, '件。')],
    [
      one('全年制发行政规范性文件', c['proactive/normativeDocuments/issued']!, '件，'),
      one('废止行政规范性文件', c['proactive/normativeDocuments/abolished']!, '件，'),
      one('现行有效行政规范性文件', c['proactive/normativeDocuments/inForce']!, '件。'),
    ],
    [one('全年作出行政许可决定', c['proactive/licences']!, '件，'), one('作出行政处罚决定', c['proactive/penalties']!, '件。')],
    [one('全年行政事业性收费', c['proactive/feesInTenThousandYuan']!, '万元。')],
  ];
}

const DISTRACTORS = [
  '12345热线共受理工单3120件，办结3120件。',
  '主动公开政府信息1286条，解读政策文件14件。',
  '组织政府信息公开培训6次，参加人员320人次。',
  '较2022年的申请数量有所增加，按照国办公开办函〔2021〕30号要求编制。',
  '公示行政许可事项217项，公开行政处罚信息318条。',
  '自条例施行以来，累计办理政府信息公开申请9999件。',
];

/** The paragraph that the sentences make. */
export function paragraph(list: readonly Sentence[]): string {
  return list.map((s) => `${s.before}${s.value}${s.after}`).join('');
}

/** The sketch with these cells and sentences. */
export function sketchOf(cells: Record<string, number>, claims: readonly (readonly Sentence[])[], distractors: readonly string[]): Sketch {
  const unit = '乙县';
  return { unit, cells, one: [...plainSectionOne(unit), ...claims.map(paragraph), ...distractors] };
}

/** Invented reports whose tables add up and whose sentences say what the tables say. */
export const cleanReport = fc
  .tuple(requests, remedies, proactive, fc.nat(5), fc.shuffledSubarray(DISTRACTORS))
  .map(([three, four, two, pick, distractors]) => {
    const cells: Record<string, number> = { ...three, ...four, ...two };
    const claims = sentences(cells, pick);
    return { cells, claims, distractors, sketch: sketchOf(cells, claims, distractors) };
  });

/** The cells that an identity of the form binds. */
export const BOUND = [...new Set(identitiesOf(FORM_2021).flatMap((i) => [i.cell, ...i.terms.map((t) => t.cell)]))];
