import { walkXml } from './xml.ts';

/** What a cell's number format makes of a number. */
export interface NumberStyle {
  readonly date: boolean;
  /** `000123`: the digits a format of zeros fills up to. */
  readonly pad: number;
}

const PLAIN: NumberStyle = { date: false, pad: 0 };
/** Built-in formats that show dates, those of Chinese and Japanese editions included. Pure times of day are none. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** True if a format code shows a year, a month with a day, or a day. */
export function isDateFormat(code: string): boolean {
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '');
  if (/general/i.test(bare)) return false;
  return /[yd]/i.test(bare) || (!bare.includes(':') && /^m+$/i.test(bare.replace(/[^a-z]/gi, '')));
}

/** One entry per cell style (`s` of a cell). */
export function readStyles(xml: string | null): readonly NumberStyle[] {
  const styles: NumberStyle[] = [];
  if (!xml) return styles;
  const codes = new Map<number, string>();
  let inCellXfs = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (name === 'cellXfs') inCellXfs = true;
      else if (name === 'xf' && inCellXfs) styles.push(styleOf(Number(attributes.get('numFmtId') ?? 0), codes));
    },
    close(name) {
      if (name === 'cellXfs') inCellXfs = false;
    },
  });
  return styles;
}

function styleOf(id: number, codes: ReadonlyMap<number, string>): NumberStyle {
  const code = codes.get(id);
  if (code === undefined) return BUILT_IN_DATES.has(id) ? { date: true, pad: 0 } : PLAIN;
  if (/^0{2,20}$/.test(code)) return { date: false, pad: code.length };
  return isDateFormat(code) ? { date: true, pad: 0 } : PLAIN;
}
