/** Fonts are named only: Word on an office's machine has them, others take the nearest. */
export const FONTS = {
  fangsong: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  xiaobiaosong: '方正小标宋简体',
} as const;

/** In half points: 三号 16 pt, 二号 22 pt, 四号 14 pt, 小四 12 pt, 小五 9 pt. */
export const SIZES = { body: 32, title: 44, pageNumber: 28, note: 24, wide: 24, dense: 18 } as const;

/** Exact line of 28.95 pt: 22 lines in 225 mm. A grid of lines or characters is drawn wrongly by LibreOffice, so there is none. */
export const PITCH = { line: 579, lineRule: 'exact', before: 0, after: 0 } as const;

/** 三号 drawn 0.2 pt closer: 28 characters of 15.8 pt in 156 mm. */
export const BODY = { size: SIZES.body, characterSpacing: -4, color: '000000', bold: false };

/** A4 with 版心 156 × 225 mm, in twips. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1466, header: 1191, footer: 1304 },
} as const;

/** Width of the text in twips. */
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** Latin letters in Times New Roman, Chinese ones in `family`. */
export function font(family: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: family };
}
