import { findYear } from './dates.ts';

/** What a text without a title says it is: 现公布某某镇2023年政府信息公开工作年度报告; 某某办公室2021年政府信息公开工作年度报告是根据…… */
const TOLD =
  /(?:(?:^|\n)(?!.{0,12}(?:公布|编制|发布|形成))|现将|公布|编制|发布|形成)(?:完成|形成)?了?(?:20\d{2}年度?)?(?<unit>[\u4e00-\u9fa5]{3,25}?)(?:20\d{2}年度?)?政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;
/** Words that are no part of a unit's name: another's notice is spoken of. */
const NO_NAME = /[的了与及本]|^(?:按照|根据|依据|依照|为|做好|关于)|关于/;

/** The unit and year that a preamble names as the report's; null where it names none. Spaces must be out. */
export function toldBy(preamble: string): { readonly unit: string; readonly year: number } | null {
  const told = TOLD.exec(preamble);
  const unit = told?.groups?.['unit'];
  const year = told ? findYear(told[0]) : null;
  return unit && year !== null && !NO_NAME.test(unit) ? { unit, year } : null;
}
