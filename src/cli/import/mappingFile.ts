import { type KeptMapping, targetOf } from '#domain/imports/index.ts';
import type { RegisterKey } from '#domain/registers/index.ts';
import { parseJson } from '#lib/json.ts';
import { UsageError } from '../command.ts';

/**
 * A mapping file: `{"columns": {"收件时间": "收到日期", "申请人 / 自然人": "申请人类型=自然人", "经办人": null}}`, fields by key or
 * title. It applies to whatever sheet has these titles. Throws `UsageError`.
 */
export function parseMapping(text: string, register: RegisterKey): KeptMapping {
  const columns = columnsOf(text);
  const { fields } = targetOf(register);
  const use = ([title, wanted]: [string, unknown]): [string, string | null] => {
    if (wanted === null) return [title, null];
    const [name, choice] = String(wanted)
      .split('=')
      .map((part) => part.trim());
    const field = fields.find((f) => f.key === name || f.label === name);
    if (!field)
      throw new UsageError(
        `列对应文件里，“${title}”对应的“${String(wanted)}”不是登记簿的列；有：${fields.map((f) => f.label).join('、')}。`,
      );
    if (choice === undefined) return [title, field.key];
    const found = field.choices?.find((c) => c.value === choice || c.label === choice);
    if (!found) throw new UsageError(`列对应文件里，“${title}”对应的“${choice}”不是“${field.label}”可填的内容。`);
    return [title, `${field.key}=${found.value}`];
  };
  return { register, signature: '*', columns: Object.fromEntries(Object.entries(columns).map(use)) };
}

function columnsOf(text: string): Record<string, unknown> {
  const read = parseJson(text);
  if ('wrong' in read) throw new UsageError(`列对应文件读不了：${read.wrong}。`);
  const parsed = read.value;
  const columns = typeof parsed === 'object' && parsed !== null && 'columns' in parsed ? parsed.columns : null;
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) {
    throw new UsageError('列对应文件应是 {"columns": {"表里的列标题": "登记簿的列"}} 的样子；不导入的列写 null。');
  }
  return columns as Record<string, unknown>;
}
