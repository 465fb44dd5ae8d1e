import { basisText } from './basisText.ts';
import type { Severity } from './finding.ts';
import type { Rule } from './rule.ts';

/** What a screen calls each severity. */
export const SEVERITY_NAMES: Record<Severity, string> = { error: '必须改', warning: '建议改', info: '可不改' };

/** The rules as a page of Markdown, in Chinese: docs/rules.md. */
export function catalogueMarkdown(rules: readonly Rule[]): string {
  const head = [
    '# 年报检查规则',
    '',
    `本页由 \`gongkai rules --format markdown\` 生成，不要手改。共${rules.length}条规则。`,
    '',
    '轻重分三级：必须改（error）、建议改（warning）、可不改（info）。个别情形比本页所列的轻，以检查结果为准。',
    '已决定不改的，写进豁免文件（理由、姓名），只要所比较的数值不变就一直有效；仍列在结果里，不计为必须改。',
    '',
    '| 编号 | 轻重 | 规则 |',
    '|---|---|---|',
    ...rules.map((r) => `| [${r.id}](#${r.id.toLowerCase()}) | ${SEVERITY_NAMES[r.severity]} | ${r.title} |`),
  ];
  const body = rules.flatMap((r) => [
    '',
    `## ${r.id}`,
    '',
    `**${r.title}**（${SEVERITY_NAMES[r.severity]}）`,
    '',
    r.what,
    '',
    `- 依据：${r.basis.map(basisText).join('、')}`,
    `- 提示的例子：${r.fails.says}`,
    `- 不提示的例子：${r.passes.says}`,
  ]);
  return `${[...head, ...body].join('\n')}\n`;
}
