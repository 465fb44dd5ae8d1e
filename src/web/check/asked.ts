import { LEVELS, type Level } from '#domain/checker/index.ts';

/** The levels as an office calls them, in the order people look for them. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  township: '乡、镇人民政府',
  subdistrict: '街道办事处',
  department: '部门（县直、市直等）',
  county: '县（区、县级市）人民政府',
  city: '市（州、盟）人民政府',
  province: '省（自治区、直辖市）人民政府',
  zone: '开发区、新区等管理机构',
  institution: '学校、医院等公共企事业单位',
};

/** In what shape the result is wanted: on the page, or as a file at once. */
export const SHAPES = {
  page: '在网页上看，也可以再下载',
  docx: '带批注的 Word（多份打成 ZIP）',
  xlsx: '清单（Excel）',
  html: '带批注的网页文件',
  json: '数据（JSON）',
} as const;
export type Shape = keyof typeof SHAPES;

/** What the form says beside its files. */
export interface Asked {
  /** Null: told from the unit's name. */
  readonly level: Level | null;
  readonly shape: Shape;
}

/** Reads the form's choices; what it does not know is as if nothing was chosen. */
export function askedOf(fields: ReadonlyMap<string, string>): Asked {
  const level = LEVELS.find((l) => l === fields.get('level')) ?? null;
  const shape = (Object.keys(SHAPES) as Shape[]).find((s) => s === fields.get('shape')) ?? 'page';
  return { level, shape };
}
