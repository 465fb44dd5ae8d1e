import { LEVELS, type Level } from './level.ts';

/** What a place asks beyond the State Council's form: data of the county's or the unit's own, never law. */
export interface LocalRules {
  /** The notice that asks it, printed with the finding. */
  readonly source?: string;
  /** `MM-DD`, the day by which a unit without a national date publishes. Default `01-31`. */
  readonly dueOn?: string;
  /** The most characters section one may have. */
  readonly sectionOneMaxCharacters?: number;
  /** Words each of which section one must contain; the name of the demand → words of which one is enough. */
  readonly mustMention?: Readonly<Record<string, readonly string[]>>;
}

/** What the checker knows of the unit besides its report. */
export interface Profile {
  /** Overrides what the unit's name shows. */
  readonly level?: Level;
  readonly local?: LocalRules;
}

/** A profile from a parsed JSON file; the Chinese complaint where it is none. */
export function parseProfile(value: unknown): Profile | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '单位情况文件应是一个JSON对象。';
  const { level, local } = value as { level?: unknown; local?: unknown };
  if (level !== undefined && !LEVELS.includes(level as Level)) return `level 应为 ${LEVELS.join('、')} 之一。`;
  if (local === undefined) return level === undefined ? {} : { level: level as Level };
  if (typeof local !== 'object' || local === null) return 'local 应是一个对象。';
  const { source, dueOn, sectionOneMaxCharacters: most, mustMention } = local as Record<string, unknown>;
  if (source !== undefined && typeof source !== 'string') return 'local.source 应为文字。';
  if (dueOn !== undefined && (typeof dueOn !== 'string' || !/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(dueOn)))
    return 'local.dueOn 应为“月-日”，例如 01-31。';
  if (most !== undefined && (!Number.isInteger(most) || (most as number) < 1)) return 'local.sectionOneMaxCharacters 应为正整数。';
  if (mustMention !== undefined && !isWordTable(mustMention)) return 'local.mustMention 应为“事项：[词, …]”的对象。';
  return { ...(level === undefined ? {} : { level: level as Level }), local: local as LocalRules };
}

function isWordTable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((v) => Array.isArray(v) && v.length > 0 && v.every((w) => typeof w === 'string' && w !== ''));
}
