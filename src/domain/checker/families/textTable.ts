import { agrees, type Claim, type Figure, nothingsOf, type Printed, partsOf, printedSum, readsOf, wordsOf } from '../claims/index.ts';
import { type Context, contextOf } from '../context.ts';
import { cellName } from '../labels.ts';
import { placeOf } from '../passages.ts';
import type { Found, Rule } from '../rule.ts';

function supports(context: Context, claim: Claim): boolean | null {
  const { figure, mention, value } = claim;
  const probe = { ...mention, value, slack: figure.money ? claim.slack + 0.005 : claim.slack };
  const sums = [figure.cells, ...(figure.accepts ?? [])].map((cells) => printedSum(context, cells)).filter((p) => p !== null);
  if (sums.length === 0) return null;
  const fits = (p: Exclude<Printed, null>): boolean =>
    'least' in p ? value >= p.least : p.values.some((v) => agrees(probe, v) || (figure.atMost && value < v));
  const parts = partsOf(context, figure.cells);
  return sums.some((p) => fits(p)) || (parts !== null && agrees(probe, parts));
}

function told(p: Printed): string {
  return `${p && 'least' in p ? '至少是' : '是'}${shown(p)}`;
}

function shown(p: Printed): number | string | null {
  if (!p) return null;
  if ('least' in p) return p.least;
  return p.values.length === 1 ? p.values[0]! : p.values.slice(0, 4).join(' 或 ');
}

function places(context: Context, figure: Figure): string {
  const names = figure.cells.slice(0, 2).map((c) => cellName(context.form, c));
  return figure.cells.length > 2
    ? `${names[0]}等${figure.cells.length}格合计`
    : figure.cells.length === 2
      ? `${names.join('与')}合计`
      : names[0]!;
}

/** A whole that would come out right if last year's carried requests were added. */
function hint(context: Context, claim: Claim): string {
  const column = /^requests\/1\/(\w+)$/.exec(claim.figure.id)?.[1];
  if (!column || column === 'legal') return '';
  const both = printedSum(context, [`requests/1/${column}`, `requests/2/${column}`]);
  return both && 'values' in both && both.values.includes(claim.value) ? '如果包括上年结转的申请，请写明“含上年结转”。' : '';
}

function disagreement(context: Context, claim: Claim, unit: string): Found {
  const { sentence, mention, figure } = claim;
  const printed = printedSum(context, figure.cells);
  const expected = shown(printed);
  const from = sentence.start + Math.max(mention.start - 30, sentence.text.lastIndexOf('，', mention.start - 1) + 1);
  const approx = mention.approx === null ? '' : '（约数）';
  return {
    severity: mention.approx === null ? 'error' : 'info',
    message: `正文写${figure.label}${claim.value}${unit}${approx}，${places(context, figure)}${told(printed)}${unit}。${hint(context, claim)}请核对台账，改成一致。`,
    where: { ...placeOf(sentence.passage, from, sentence.start + mention.end + mention.tail.length), cell: figure.cells[0]! },
    words: wordsOf(sentence, mention),
    cells: figure.cells,
    expected,
    actual: claim.value,
  };
}

function includesCarried(claim: Claim): boolean {
  const around = claim.sentence.text.slice(claim.mention.start, claim.mention.end + 24);
  return (
    claim.figure.id === 'requests/1/total' && /^[^，。]*[（(，]?(?:其中)?(?:含|包括|包含)[^，。）]{0,4}(上年|上一年|去年|结转)/.test(around)
  );
}

function* numbers(context: Context): Iterable<Found> {
  const claims = readsOf(context).flatMap((r) => r.claims);
  const borneOut = new Map<string, boolean>();
  const wholeIsRight = (id: string): boolean => {
    const known = borneOut.get(id) ?? claims.some((c) => !c.partial && c.figure.id === id && supports(context, c) === true);
    borneOut.set(id, known);
    return known;
  };
  const last = context.previous ? contextOf(context.previous, { profile: context.profile }) : null;
  for (const claim of claims) {
    // A claim about last year is held against last year's report where it is at hand.
    const against = claim.year === 'this' ? context : last;
    if (!against) continue;
    if (claim.partial && wholeIsRight(claim.figure.id)) continue;
    const relaxed = includesCarried(claim)
      ? { ...claim, figure: { ...claim.figure, accepts: [['requests/1/total', 'requests/2/total']] } }
      : claim;
    if (supports(against, relaxed) === false) yield disagreement(against, claim, claim.figure.money ? '万元' : '件');
  }
}

function* nothings(context: Context): Iterable<Found> {
  for (const { sentence, claims } of readsOf(context)) {
    for (const n of nothingsOf(context, sentence)) {
      // 复议 0 件: the number has been compared already.
      if (claims.some((c) => c.figure.id === n.figure.id && c.mention.start >= n.start && c.mention.end <= n.end)) continue;
      const printed = printedSum(context, n.figure.cells);
      if (!printed || ('values' in printed && printed.values.includes(0))) continue;
      const expected = shown(printed);
      yield {
        message: `正文写没有${n.figure.label}，${places(context, n.figure)}却${told(printed)}。请核对台账，改成一致。`,
        where: { ...placeOf(sentence.passage, sentence.start + n.start, sentence.start + n.end), cell: n.figure.cells[0]! },
        cells: n.figure.cells,
        expected,
        actual: 0,
      };
    }
  }
}

export const textTableRule: Rule = {
  id: 'TEXT-TABLE',
  severity: 'error',
  title: '正文的数字与表格一致',
  basis: ['OGIR2019 50.1', 'FORM2021'],
  what: '正文里说到申请的收到、办结、结转和各种答复，规范性文件，许可、处罚、强制，收费，复议、诉讼的每个数字，以及“没有”“未收到”，与表格对照。带“余、约、以上”的只在明显不符时提示（可不改）。别的事项（热线、培训、政策解读等）、别的期间、别的机关的数字不对照。',
  fails: { says: '正文写受理申请4件，表三新收0件', sketch: { one: ['（二）依申请公开。全年共受理政府信息公开申请4件。'], partial: [1] } },
  passes: {
    says: '正文写受理申请0件，热线工单104件与表格无关',
    sketch: { one: ['全年共受理政府信息公开申请0件。12345热线共受理工单104件。'], partial: [1] },
  },
  *find(context) {
    yield* numbers(context);
    yield* nothings(context);
  },
};
