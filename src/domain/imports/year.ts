import type { SheetGrid } from './sheet.ts';

/** The year a sheet is about and where that is written. */
export interface SheetYear {
  readonly year: number;
  /** 表题, 工作表名 or 文件名. */
  readonly from: '选定' | '表题' | '工作表名' | '文件名';
}

const TITLE_WORDS = /登记|台账|记录|统计|明细|汇总|一览|清单|情况|表$|簿/;
const DATED_LINE = /(日期|时间|填报|制表|打印)[^，。]{0,8}[:：]/;

function only(years: readonly string[]): number | null {
  const different = new Set(years);
  return different.size === 1 ? Number([...different][0]) : null;
}

function yearsIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(/(?<!\d)(19[5-9]\d|20\d\d)(?=\s*年)/g)].map((m) => m[1]!);
}

function bareYearsIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map((m) => m[1]!);
}

/** The year named by the lines above the header, else by the sheet's name, else by the file's; null where none or several are named. */
export function yearOfSheet(sheet: SheetGrid, headerTop: number, fileName: string): SheetYear | null {
  const above = sheet.rows.filter((row) => row.number < headerTop).flatMap((row) => [...row.cells.values()].map((cell) => cell.text));
  const titles = above.filter((text) => TITLE_WORDS.test(text) && !DATED_LINE.test(text));
  const sources = [
    { from: '表题', years: titles.flatMap(yearsIn) },
    { from: '工作表名', years: bareYearsIn(sheet.name) },
    { from: '文件名', years: bareYearsIn(fileName) },
  ] as const;
  for (const { from, years } of sources) {
    const year = only(years);
    if (year !== null) return { year, from };
    if (years.length > 1) return null;
  }
  return null;
}
