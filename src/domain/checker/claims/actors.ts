import type { Context } from '../context.ts';

/** Units and offices that can take in applications: 农业股, 教育局, 清水镇. */
const TAKER =
  /(?<name>[\u4e00-\u9fa5]{1,14}?(?:股室|股|科室|科|处|所|站|中心|局|委员会|委|办公室|办|乡镇|镇|乡|街道|公司|部门))(?:全年|本年度?|20\d{2}年度?|共|共计|累计|新|分别|已)*(?:收到|受理|办理|接收|收办|收到的|答复|办结)/;
const OWN = /^(?:全年|本年度?|20\d{2}年度?|其中|截至.{0,8}|，|、)*(?:我|本|全|各|该|由)|^(?:其中)?各|政府(?:办公室|办公厅|办)$/;
/** Offices that act for the whole unit: 党政办, 办公室, 政务公开科 … */
const FRONT =
  /(?:党政|综合|政务公开|信息公开|政务)(?:综合)?(?:办公室|办|科|股|中心|站|所)$|^(?:局|委|县|镇|乡|街道|县政府|市政府|区政府|中心)?办(?:公室)?$|(?:责任|承办|业务|相关|有关)(?:股室|科室|部门)$/;

/** True where a clause says that a part of the unit, or another unit, took in or answered: its number is not the report's. */
export function byAnother(context: Context, clause: string): boolean {
  const name = TAKER.exec(clause)?.groups?.['name'];
  if (!name) return false;
  const plain = name.replace(/^(?:全年|本年度?|20\d{2}年度?|其中|，|、|：|。)+/, '');
  if (/^各(?:乡镇|镇|乡|镇街|街道)$/.test(plain)) return context.level !== 'township' && context.level !== 'subdistrict';
  if (plain.length < 2 || OWN.test(plain) || FRONT.test(plain)) return false;
  const unit = (context.reading.report.unit ?? '').replace(/\s+/g, '');
  return unit === '' || !(unit.includes(plain) || plain.includes(context.unit) || unit.includes(plain.slice(-4)));
}
