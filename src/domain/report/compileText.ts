import { cellsOf, FORM_2021, requestKey } from '#law/forms/index.ts';
import { registerOf } from '../registers/all.ts';
import type { Compiled } from './compile.ts';
import { type Value, valueAt } from './model.ts';

function shown(value: Value | undefined): string {
  return value === null || value === undefined ? '（空）' : String(value);
}

const SEVERITY_WORDS = { error: '必须改', warning: '建议改', info: '提示' } as const;

/** A compiled report for reading in a terminal: figures, what is missing, findings. */
export function compiledText(compiled: Compiled): string {
  const { report, missing, findings } = compiled;
  const { tables } = report;
  const lines = [`${report.unit ?? ''} ${report.period?.join(' 至 ') ?? ''}`, '', `二、${FORM_2021.sections[1]}`];
  for (const cell of cellsOf(FORM_2021).filter((c) => c.section === 2)) lines.push(`  ${cell.label}：${shown(valueAt(tables, cell.key))}`);
  lines.push('', `三、${FORM_2021.sections[2]}`, `  ${FORM_2021.applicantColumns.map((c) => c.label).join('、')}`);
  for (const row of FORM_2021.requestRows) {
    const label = [row.group, row.label].filter(Boolean).join(' ');
    lines.push(`  ${label}：${FORM_2021.applicantColumns.map((c) => shown(valueAt(tables, requestKey(row.key, c.key)))).join(' ')}`);
  }
  lines.push('', `四、${FORM_2021.sections[3]}`, `  ${FORM_2021.remedyColumns.map((c) => c.label).join('、')}`);
  for (const group of FORM_2021.remedyGroups) {
    const label = [group.parent, group.label].filter(Boolean).join(' ');
    lines.push(`  ${label}：${(tables.remedies?.[group.key] ?? []).map(shown).join(' ')}`);
  }
  if (missing.length > 0) lines.push('', '尚缺登记情况申报（未申报的数字为空）');
  for (const m of missing) lines.push(`  ${registerOf(m.register).title}：${m.from} 至 ${m.to}`);
  if (findings.length > 0) lines.push('', '登记中的问题');
  for (const f of findings) lines.push(`  ${SEVERITY_WORDS[f.severity]} ${f.rule} ${f.message}`);
  return `${lines.join('\n')}\n`;
}
