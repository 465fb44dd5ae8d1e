import { type ImportFinding, type ImportPlan, type MappedColumn, targetOf } from '#domain/imports/index.ts';
import type { Register } from '#domain/registers/index.ts';

const SHOWN = 30;

/** A plan in an office's words: how the sheet was read, what is in the way, what is left out and why. */
export function planText(plan: ImportPlan): string {
  const register = targetOf(plan.register);
  const { counts } = plan;
  const lines = [`登记簿：${register.title}`];
  for (const sheet of plan.sheets) {
    const [top, bottom] = sheet.headerRows;
    const year = sheet.year ? `，${sheet.year.year}年（${sheet.year.from}）` : '';
    lines.push(`工作表“${sheet.sheet}”：表头在第${top === bottom ? top : `${top}至${bottom}`}行${year}`);
    for (const column of sheet.mapping.columns) lines.push(`  ${column.letter} ${column.title} → ${useText(column, register)}`);
    const nameless = sheet.unmapped.filter((c) => c.title === '');
    if (nameless.length > 0) lines.push(`  ${nameless.map((c) => c.letter).join('、')} 没有列标题，不导入`);
  }
  for (const s of plan.ignoredSheets) lines.push(`工作表“${s.sheet}”不导入：${s.reason}`);
  lines.push(
    `共${counts.rows}行：${counts.toSave}行可导入（${counts.drafts}条记录），${counts.known}行已在登记簿中，${counts.errorRows}行有错，${counts.ignored}行不是记录。`,
  );
  if (plan.ignored.length > 0) lines.push('不是记录的行：', ...grouped(plan));
  if (plan.warnings.length > 0) lines.push(`请核对（${plan.warnings.length}）：`, ...listed(plan.warnings));
  if (plan.errors.length > 0) lines.push(`必须改（${plan.errors.length}）：`, ...listed(plan.errors));
  return `${lines.join('\n')}\n`;
}

function useText(column: MappedColumn, register: Register): string {
  const { use } = column;
  const label = (key: string) => register.fields.find((f) => f.key === key)?.label ?? key;
  if (use.kind === 'rowNumber') return '行号';
  if (use.kind === 'field') return label(use.field);
  if (use.kind === 'none') return `不导入${column.maybe ? `（可能是“${label(column.maybe)}”）` : ''}`;
  const choice = register.fields.find((f) => f.key === use.field)?.choices?.find((c) => c.value === use.choice);
  return `${label(use.field)}：打勾为“${choice?.label ?? use.choice}”`;
}

function grouped(plan: ImportPlan): string[] {
  const byReason = Map.groupBy(plan.ignored, (row) => row.reason);
  return [...byReason].map(([reason, rows]) => {
    const numbers = rows.slice(0, 10).map((row) => row.row);
    return `  ${reason}：第${numbers.join('、')}${rows.length > 10 ? `等${rows.length}` : ''}行`;
  });
}

/** 第3行 C列“收到日期”： “2023.2.30” … */
export function findingText(finding: ImportFinding): string {
  const place = [
    finding.row === null ? `工作表“${finding.sheet}”` : `第${finding.row}行`,
    finding.columnLetter ? `${finding.columnLetter}列“${finding.header ?? ''}”` : '',
  ];
  return `${place.filter(Boolean).join(' ')}：${finding.what}。${finding.fix}。`;
}

function listed(findings: readonly ImportFinding[]): string[] {
  const lines = findings.slice(0, SHOWN).map((finding) => `  ${findingText(finding)}`);
  return findings.length > SHOWN ? [...lines, `  还有${findings.length - SHOWN}处，用 --errors 文件 得到标好的表`] : lines;
}
