import { parseArgs } from 'node:util';
import { basisText } from '#domain/checker/basisText.ts';
import { rules } from '#domain/checker/index.ts';
import { GROUPS } from './check/text.ts';
import { type Command, UsageError } from './command.ts';

function severityName(severity: string): string {
  return GROUPS.find(([s]) => s === severity)?.[1] ?? severity;
}

function asText(): string {
  return rules
    .map((r) =>
      [
        `${r.id}　${severityName(r.severity)}　${r.title}`,
        `  ${r.what}`,
        `  依据：${r.basis.map(basisText).join('、')}`,
        `  例：${r.fails.says}`,
        `  不算：${r.passes.says}`,
      ].join('\n'),
    )
    .join('\n\n');
}

function asJson(): unknown[] {
  return rules.map((r) => ({
    id: r.id,
    severity: r.severity,
    title: r.title,
    article: r.basis,
    basis: r.basis,
    what: r.what,
    example: r.fails.says,
    passing: r.passes.says,
  }));
}

/** `rules`: every rule of `check` with its severity, article and example. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: '列出年报检查的全部规则：编号、轻重、依据、例子',
  help: `
用法：gongkai rules [--format text|json]

列出 check 的全部规则。`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { format: { type: 'string' } } });
    const format = values.format ?? 'text';
    if (format !== 'text' && format !== 'json') throw new UsageError(`--format 应为 text 或 json，不能是“${format}”。`);
    io.out(format === 'json' ? `${JSON.stringify(asJson())}\n` : `${asText()}\n`);
    return 0;
  },
};
