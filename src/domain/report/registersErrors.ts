import type { z } from 'zod';

/** One thing wrong with a registers file. */
export interface FileError {
  /** `requests[3].events[0].on` */
  readonly path: string;
  readonly value: string | number | boolean | null | undefined;
  /** In Chinese. */
  readonly wrong: string;
  /** In Chinese: what to do. */
  readonly fix: string;
}

/** `requests[3].events[0].on` */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map((p, i) => (typeof p === 'number' ? `[${p}]` : `${i > 0 ? '.' : ''}${String(p)}`)).join('');
}

function valueAtPath(input: unknown, path: readonly PropertyKey[]): unknown {
  let at = input;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  string: ['应当是文字', '写成带引号的文字'],
  number: ['应当是数', '写成不带引号的数'],
  int: ['应当是整数', '写成不带引号的整数；金额以分计'],
  boolean: ['应当是 true 或 false', '写成不带引号的 true 或 false'],
  object: ['应当是一个对象', '写成 {…}'],
  array: ['应当是一个数组', '写成 […]'],
};

/** What an issue of the schema means to a person. */
function explain(issue: z.core.$ZodIssue, value: unknown): readonly [string, string] {
  if (value === undefined) return ['没有填写', '补填这一项'];
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? ['种类不对', `应当是 ${issue.expected}`];
  if (issue.code === 'invalid_value') return ['不在可选的范围内', `只能是：${issue.values.map(String).join('、')}`];
  if (issue.code === 'too_small')
    return issue.origin === 'number' || issue.origin === 'int' ? ['数太小', `不小于 ${issue.minimum}`] : ['是空的', '补填这一项'];
  if (issue.code === 'too_big')
    return issue.origin === 'number' || issue.origin === 'int'
      ? ['数太大', `不大于 ${issue.maximum}`]
      : ['太长', `不超过 ${issue.maximum}`];
  if (issue.code === 'invalid_union') return ['写法不对', '见 docs/registers.schema.json'];
  const key = String(issue.path.at(-1));
  if (key === 'month') return ['不是月份', '写成 2023-04 的样子'];
  if (key === 'recordedAt') return ['不是日期或时刻', '写成 2023-04-05 或 2023-04-05T09:00:00+08:00'];
  return ['不是真实的日期', '写成 2023-04-05 的样子；没有的写 null 或不写'];
}

/** A value as it may be shown: what holds other values only by its shape, however deep it goes. */
function plain(value: unknown): FileError['value'] {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return value as FileError['value'];
}

/** The schema's issues, one a place, each with the value found there and how to mend it. */
export function schemaErrors(issues: readonly z.core.$ZodIssue[], input: unknown): FileError[] {
  const byPath = new Map<string, FileError>();
  for (const issue of issues) {
    const path = pathText(issue.path) || '文件';
    const value = valueAtPath(input, issue.path);
    const [wrong, fix] = explain(issue, value);
    if (!byPath.has(path)) byPath.set(path, { path, value: plain(value), wrong, fix });
  }
  return [...byPath.values()];
}

const MOST_SHOWN = 30;

function shown(value: FileError['value']): string {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** All errors as one text, the first thirty in full. */
export function errorsText(errors: readonly FileError[]): string {
  const lines = errors
    .slice(0, MOST_SHOWN)
    .map((e) => `${e.path}${e.value === undefined ? '' : `“${shown(e.value)}”`}：${e.wrong}；${e.fix}`);
  const more = errors.length > MOST_SHOWN ? `\n另有 ${errors.length - MOST_SHOWN} 处。` : '';
  return `登记文件有 ${errors.length} 处错误，没有编制任何内容：\n${lines.join('\n')}${more}`;
}
