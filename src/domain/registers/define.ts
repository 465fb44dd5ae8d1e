import type { Choice, Field, FieldKind } from './register.ts';

/** One column of a register, in one line. */
export function field(key: string, label: string, kind: FieldKind, more: Omit<Field, 'key' | 'label' | 'kind'> = {}): Field {
  return { key, label, kind, ...more };
}

/** One value of a choice field with the other words offices use for it. */
export function choice(value: string, label: string, ...synonyms: string[]): Choice {
  return { value, label, synonyms };
}

/** 备注, the last column of every 台账. */
export const REMARK: Field = { key: 'remark', label: '备注', kind: 'longText', synonyms: ['说明', '备注说明'] };

/** The unit that handled it: an internal unit of the organ. */
export const HANDLER: Field = {
  key: 'handler',
  label: '承办单位',
  kind: 'text',
  grid: true,
  synonyms: ['承办科室', '承办部门', '责任单位', '责任科室', '办理单位', '承办机构', '经办科室'],
};
