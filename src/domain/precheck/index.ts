import { dateFindings } from './dates.ts';
import { type PrecheckFinding, quoteAt, sorted } from './finding.ts';
import { governmentFindings } from './governments.ts';
import type { PrecheckContext, PrecheckText } from './page.ts';
import { masked, personalIn } from './personal.ts';
import { type Spot, spotsOf } from './spot.ts';
import { structureFindings } from './structure.ts';
import { nameFindings, wordingFindings } from './wording.ts';

export * from './finding.ts';
export * from './page.ts';
export { masked, personalIn } from './personal.ts';

/** Personal data of a spot of text, anywhere: page or attachment. The words quoted are masked before they are cut. */
export function personalFindings(spots: readonly Spot[]): PrecheckFinding[] {
  return spots.flatMap((spot) => {
    const hits = personalIn(spot.text);
    if (hits.length === 0) return [];
    const whole = masked(spot.text);
    let moved = 0;
    return hits.map((hit): PrecheckFinding => {
      const from = hit.from + moved;
      moved += hit.masked.length - (hit.to - hit.from);
      const place = { ...spot.place, quote: quoteAt(whole, from, from + hit.masked.length) };
      const message = `这里有${hit.label}，公开会泄露个人信息；请删去，或者写成“${hit.masked}”。`;
      const severity = hit.kind === 'plate' ? 'warning' : 'error';
      return { rule: `PUB-PERSONAL-${RULES[hit.kind]}`, severity, message, basis: ['OGIR2019 15'], place, suggestion: hit.masked };
    });
  });
}

const RULES = { identityNumber: 'ID', mobile: 'MOBILE', bankCard: 'CARD', plate: 'PLATE', phone: 'PHONE' } as const;

/** Everything the check before publishing says of the words of an item; what it says of attachments comes from where they are read. */
export function checkText(text: PrecheckText, context: PrecheckContext): PrecheckFinding[] {
  const spots = spotsOf(text);
  return sorted([
    ...personalFindings(spots),
    ...nameFindings(spots, context),
    ...governmentFindings(spots, text.page, context),
    ...dateFindings(spots),
    ...structureFindings(text.title, text.page, context),
    ...wordingFindings(spots, context),
  ]);
}
