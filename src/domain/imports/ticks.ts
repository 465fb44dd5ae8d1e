import type { Choice, Field, Register } from '#domain/registers/register.ts';
import { likeness, SURE } from './labels.ts';
import { choiceNamed } from './values/choice.ts';

/** A column that stands for one choice of a field and is ticked where it applies (申请人情况: 自然人 | 商业企业 | …). */
export interface Tick {
  readonly field: Field;
  readonly choice: Choice;
}

/** The choice a column stands for; null unless its group's title names the field, or no other field has such a choice. */
export function tickOf(path: readonly string[], register: Register): Tick | null {
  const leaf = path.at(-1) ?? '';
  const found = register.fields.flatMap((field): Tick[] => {
    const choice = field.kind === 'choice' ? choiceNamed(field.choices ?? [], leaf) : null;
    return choice ? [{ field, choice }] : [];
  });
  const grouped = found.filter(({ field }) => path.slice(0, -1).some((parent) => likeness([parent], groupNames(field)) >= SURE));
  if (grouped.length === 1) return grouped[0]!;
  return found.length === 1 && path.length > 1 ? found[0]! : null;
}

/** 申请人类别 may stand over its columns as 申请人情况. */
function groupNames(field: Field): string[] {
  return [field.label, ...(field.synonyms ?? [])].flatMap((name) => [name, name.replace(/(类别|类型|性质|种类|身份)$/, '情况')]);
}
