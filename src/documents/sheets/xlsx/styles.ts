import { walkXml } from './xml.ts';

/** What a cell's number format makes of a number. */
export interface NumberStyle {
  readonly date: boolean;
  /** `000123`: the digits a format of zeros fills up to. */
  readonly pad: number;
  /** The number is shown divided by this (12345 as 1.2 by `0!.0,`), with so many decimals, or as a percentage. */
  readonly scale?: { readonly by: number; readonly decimals: number } | 'percent';
}

const BUILT_IN_PERCENTAGES = new Set([9, 10]);
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

/** How a format code shows another number than the one kept: as a percentage, or in thousands with a point written between. */
function scaleOf(code: string): NumberStyle['scale'] {
  const marked = (code.split(';')[0] ?? '').replace(/\[[^\]]*\]|_.|\*./g, '').replace(/[!\\]\.|"\."/g, '\u0001');
  const bare = marked.replace(/"[^"]*"|[!\\]./g, '');
  if (bare.includes('%')) return 'percent';
  const commas = /[0#?](,+)(?![0#?,])/.exec(bare)?.[1]?.length ?? 0;
  if (commas === 0) return undefined;
  const written = /\u0001([0#?]+)/.exec(bare)?.[1]?.length ?? 0;
  const decimals = /\.([0#?]+)/.exec(bare)?.[1]?.length ?? 0;
  return { by: 1000 ** commas * 10 ** written, decimals: written + decimals };
}

/** A number as its cell shows it. */
export function shownNumber(number: number, style: NumberStyle | undefined): string {
  // A sheet shows fifteen digits: 0.1 + 0.2 is 0.3 there.
  const shown = (n: number): string => String(Number(n.toPrecision(15)));
  if (style?.scale === 'percent') return `${shown(number * 100)}%`;
  if (style?.scale) return String(Number((number / style.scale.by).toFixed(style.scale.decimals)));
  return Number.isInteger(number) && style ? shown(number).padStart(style.pad, '0') : shown(number);
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
  if (BUILT_IN_PERCENTAGES.has(id)) return { ...PLAIN, scale: 'percent' };
  if (code === undefined) return BUILT_IN_DATES.has(id) ? { date: true, pad: 0 } : PLAIN;
  if (/^0{2,20}$/.test(code)) return { date: false, pad: code.length };
  if (isDateFormat(code)) return { date: true, pad: 0 };
  const scale = scaleOf(code);
  return scale === undefined ? PLAIN : { ...PLAIN, scale };
}
