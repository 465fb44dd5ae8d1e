import { type Refusal, refuse } from '#lib/result.ts';
import type { Agency, AgencyLevel } from './agency.ts';

/** What a level is called. */
export const LEVEL_NAMES: Readonly<Record<AgencyLevel, string>> = {
  village: '村',
  township: '乡镇',
  subdistrict: '街道',
  department: '县级部门',
  county: '县（市、区）',
  city: '设区的市',
  cityDepartment: '市级部门',
  province: '省',
};

/** Levels of the organs that stand directly below an organ of a level. */
export const ORGANS_BELOW: Readonly<Partial<Record<AgencyLevel, readonly AgencyLevel[]>>> = {
  county: ['township', 'subdistrict', 'department'],
  city: ['county', 'cityDepartment'],
  province: ['city'],
};

/** True for an organ that may have organs below it, which a supervisor of it looks after. */
export function supervises(level: AgencyLevel): boolean {
  return ORGANS_BELOW[level] !== undefined;
}

/** Null where an agency of a kind and level may stand directly below another. */
export function wrongPlace({ kind, level, name }: Pick<Agency, 'kind' | 'level' | 'name'>, parent: Agency): Refusal | null {
  if (kind === 'internalUnit') {
    return parent.kind === 'villageCommittee' ? refuse(`村（社区）下面不能再设站所、部门，请选乡镇、街道或者部门。`) : null;
  }
  if (parent.kind !== 'reportingOrgan') return refuse(`${parent.shortName}不是单独编制年报的机关，${name}不能放在它下面。`);
  if (kind === 'villageCommittee') {
    return ['township', 'subdistrict'].includes(parent.level) ? null : refuse('村（社区）只能放在乡镇、街道下面。');
  }
  if (ORGANS_BELOW[parent.level]?.includes(level)) return null;
  return refuse(`${parent.shortName}是${LEVEL_NAMES[parent.level]}一级，下面不能设${LEVEL_NAMES[level]}一级的机关。`);
}
