import { REGISTERS } from '#domain/registers/index.ts';
import type { RegisterKey } from '#domain/registers/register.ts';
import { findHeader } from './header.ts';
import { ERROR_SHEET, HELP_SHEET } from './request.ts';
import type { SheetGrid } from './sheet.ts';
import { targetOf } from './target.ts';
import { squeeze } from './values/parsed.ts';

/** Words of a title or a file's name that tell the register. */
const TITLE_WORDS: Readonly<Record<RegisterKey, RegExp>> = {
  requests: /依申请|公开申请/,
  normativeDocuments: /规范性文件|规章/,
  items: /主动公开|信息公开目录|信息发布|发布台账|公开信息/,
  publications: /发布登记/,
  administrative: /行政(许可|处罚|强制|执法)|收费/,
  remedies: /复议|诉讼|应诉/,
  tickets: /12345|热线|工单|转办|诉求/,
  activities: /培训|检查|督查|考核|评议|追责|责任追究|宣传/,
  problems: /问题|整改/,
};
const TITLE_WEIGHT = 3;
/** The best must lead the next by so much, else a person has to say. */
const LEAD = 0.5;

/** How well a sheet fits a register; `sure` for the one that clearly fits best. */
export interface RegisterGuess {
  readonly register: RegisterKey;
  readonly score: number;
  readonly sure: boolean;
}

/** Which registers a workbook's sheets may be, best first. Empty when no sheet has titles of any register. */
export function detectRegister(sheets: readonly SheetGrid[], fileName: string): RegisterGuess[] {
  const scores = REGISTERS.map(({ key }) => ({
    register: key,
    score: Math.max(
      0,
      ...sheets.filter((s) => !s.hidden && s.name !== HELP_SHEET && s.name !== ERROR_SHEET).map((s) => scoreOf(s, key, fileName)),
    ),
  }));
  const fitting = scores.filter((s) => s.score > 0).sort((a, b) => b.score - a.score);
  return fitting.map((s, i) => ({ ...s, sure: i === 0 && s.score - (fitting[1]?.score ?? 0) >= LEAD }));
}

function scoreOf(sheet: SheetGrid, key: RegisterKey, fileName: string): number {
  const header = findHeader(sheet, targetOf(key));
  if (!header) return 0;
  const above = sheet.rows
    .filter((row) => row.number < header.top)
    .flatMap((row) => [...row.cells.values()].map((cell) => squeeze(cell.text)));
  const named = [...above, sheet.name, fileName].some((text) => TITLE_WORDS[key].test(text));
  return header.score + (named ? TITLE_WEIGHT : 0);
}
