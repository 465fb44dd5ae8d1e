/**
 * The kind of unit a report is of; what the law asks differs by it. `zone`: development and pilot zones, whose standing differs from
 * place to place. `institution`: schools, hospitals and other public utilities (Art. 55), bound by their sector's rules.
 */
export type Level = 'township' | 'subdistrict' | 'department' | 'county' | 'city' | 'province' | 'zone' | 'institution';

export const LEVELS: readonly Level[] = ['township', 'subdistrict', 'department', 'county', 'city', 'province', 'zone', 'institution'];

const MUNICIPALITIES = /^(北京|上海|天津|重庆)市$/;

/** The unit's name without 人民政府, its office, and stray words. */
export function coreName(unit: string): string {
  return unit
    .replace(/\s+/g, '')
    .replace(/[（(][^）)]*[）)]$/, '')
    .replace(/关于$/, '')
    .replace(/(党政办公室|党政综合办公室|党政综合办|党政办|综合办公室|办公厅|办公室|政务公开办)$/, '')
    .replace(/(人民政府|政府|办事处)$/, '');
}

/** The level that a unit's name shows; null where it does not. */
export function levelOf(unit: string | null): Level | null {
  if (!unit) return null;
  const plain = unit.replace(/\s+/g, '').replace(/关于$/, '');
  const core = coreName(plain);
  if (/(镇|乡|苏木)$/.test(core)) return 'township';
  if (/驻.{1,8}办事处$/.test(plain)) return 'department';
  if (/街道$/.test(core) || /办事处$/.test(plain)) return 'subdistrict';
  if (/(医院|卫生院|保健院|中学|小学|学校|幼儿园|大学|学院|公司|集团|图书馆|博物馆)$/.test(core)) return 'institution';
  if (/(办公厅|办公室)$/.test(plain)) return 'department';
  if (
    /(试验区|实验区|示范区|开发区|高新区|新区|园区|保税区|管理区|合作区|自贸区|工业区|产业区|功能区|度假区|管委会|管理委员会)$/.test(core)
  )
    return 'zone';
  if (/(局|委员会|委|厅|办|中心|院|队|站|所|处|会|馆|社)$/.test(core)) return 'department';
  if (MUNICIPALITIES.test(core) || /(省|自治区)$/.test(core)) return 'province';
  if (/(县|旗|区)$/.test(core)) return 'county';
  if (/(市|自治州|盟|行政公署)$/.test(core)) return 'city';
  return null;
}

/** 各级人民政府 (Art. 46, 50(4)): the township's included; departments, subdistrict offices and zones are none. */
export function isGovernment(level: Level | null): boolean {
  return level === 'township' || level === 'county' || level === 'city' || level === 'province';
}

/** True where the unit itself is the authority of its level (Art. 3 ¶3: the general office of a government from the county up). */
export function isAuthority(unit: string | null, level: Level | null): boolean {
  if (level === 'county' || level === 'city' || level === 'province' || level === 'zone') return true;
  return (
    level === 'department' &&
    /((省|市|县|区|旗|州|盟)(人民政府)?|管委会|管理委员会|政府)(办公厅|办公室)$/.test((unit ?? '').replace(/\s+/g, ''))
  );
}
