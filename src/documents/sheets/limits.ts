/** How much of a foreign sheet is read. A register of a year is far below; past it the reader stops and says so. */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  /** All parts of a workbook inflated. */
  inflatedBytes: 120 * 1024 * 1024,
  sheets: 100,
  rows: 50_000,
  columns: 256,
  cells: 1_000_000,
  merges: 20_000,
  cellText: 32_767,
} as const;
