import { parseArgs } from 'node:util';
import { basisText } from '#domain/checker/basisText.ts';
import { catalogueMarkdown, SEVERITY_NAMES } from '#domain/checker/catalogue.ts';
import { rules } from '#domain/checker/index.ts';
import { type Command, UsageError } from './command.ts';

function asText(): string {
  return rules
    .map((r) =>
      [
        `${r.id}　${SEVERITY_NAMES[r.severity]}　${r.title}`,
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

const PRINTERS: Record<string, () => string> = {
  text: () => `${asText()}\n`,
  json: () => `${JSON.stringify(asJson())}\n`,
  markdown: () => catalogueMarkdown(rules),
};

/** `rules`: every rule of `check` with its severity, article and example. */
export const rulesCommand: Command = {
  name: 'rules',
  summary: '列出年报检查的全部规则：编号、轻重、依据、例子',
  help: `
用法：gongkai rules [--format text|json|markdown]

列出 check 的全部规则。`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { format: { type: 'string' } } });
    const format = values.format ?? 'text';
    const print = PRINTERS[format];
    if (!print) throw new UsageError(`--format 应为 text、json 或 markdown，不能是“${format}”。`);
    io.out(print());
    return 0;
  },
};
