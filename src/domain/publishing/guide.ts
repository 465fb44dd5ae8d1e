import { GUIDE_ELEMENTS } from '#law/catalogue.ts';
import { addDays, type Day, daysBetween, parseDay } from '#lib/day.ts';
import type { ContentDifference } from './contentDiff.ts';
import { diffText } from './diff.ts';

/** The guide (指南) of an office: the elements of Art. 12 as fields, and what it says besides. */
export interface Guide {
  readonly elements: Readonly<Record<string, string>>;
  /** Clean HTML. */
  readonly body: string;
  readonly effectiveOn: string | null;
  /** The day somebody last looked whether it is still right, changed or not. */
  readonly reviewedOn: string | null;
}

export const EMPTY_GUIDE: Guide = { elements: {}, body: '', effectiveOn: null, reviewedOn: null };

/** One thing the guide lacks or has wrong. */
export interface GuideFinding {
  readonly element: string;
  readonly label: string;
  readonly says: string;
  readonly basis: readonly string[];
}

const PHONE = /\d{7,}|\d{3,4}[-－—]\d{7,8}/;
const SHAPES: Readonly<Record<string, { readonly fits: (text: string) => boolean; readonly says: string }>> = {
  phone: { fits: (t) => PHONE.test(t.replace(/\s/g, '')), says: '联系电话看不出号码，请写区号和号码。' },
  fax: { fits: (t) => PHONE.test(t.replace(/\s/g, '')) || /^(无|没有)/.test(t), says: '传真号码看不出号码；没有传真的请写“无”。' },
  internet: { fits: (t) => /@|https?:\/\/|www\.|网/.test(t), says: '互联网联系方式请写电子邮箱或者网上申请的地址。' },
  hours: { fits: (t) => /\d|[一二三四五六七八九十]点|上午|工作日/.test(t), says: '办公时间请写明上下午的时间。' },
};

/** Art. 12's nine elements: each must be there, and look like what it is. */
export function guideFindings(guide: Guide): GuideFinding[] {
  return GUIDE_ELEMENTS.flatMap(({ key, label }) => {
    const text = (guide.elements[key] ?? '').trim();
    const basis = ['OGIR2019 12'];
    if (text === '') return [{ element: key, label, says: `指南缺少“${label}”。`, basis }];
    const shape = SHAPES[key];
    return shape && !shape.fits(text) ? [{ element: key, label, says: shape.says, basis }] : [];
  });
}

/** What two versions of the guide differ in; `plain` turns its body into paragraphs. */
export function guideDifference(before: Guide, after: Guide, plain: (html: string) => string): ContentDifference {
  const elements = GUIDE_ELEMENTS.map(({ key, label }) => ({
    field: key,
    label,
    before: before.elements[key] ?? '',
    after: after.elements[key] ?? '',
  }));
  const dates = [
    { field: 'effectiveOn', label: '公布日期', before: before.effectiveOn ?? '', after: after.effectiveOn ?? '' },
    { field: 'reviewedOn', label: '核对日期', before: before.reviewedOn ?? '', after: after.reviewedOn ?? '' },
  ];
  const body = diffText(plain(before.body), plain(after.body));
  return { fields: [...elements, ...dates].filter((f) => f.before !== f.after), body, bodyChanged: body.some((p) => p.kind !== 'same') };
}

/** The yearly look at the guide: due a year after the last one (or after it took effect). */
export function guideReview(
  guide: Guide,
  today: Day,
): { readonly dueOn: Day | null; readonly daysLeft: number | null; readonly says: string } {
  const last = parseDay(guide.reviewedOn ?? '') ?? parseDay(guide.effectiveOn ?? '');
  if (!last) return { dueOn: null, daysLeft: null, says: '指南还没有公布日期，请补填。' };
  const dueOn = addDays(last, 365);
  const left = daysBetween(today, dueOn);
  return {
    dueOn,
    daysLeft: left,
    says: left < 0 ? `指南上次核对在${last}，已超过一年，请核对电话、地址等是否仍然准确。` : `下次核对：${dueOn}。`,
  };
}
