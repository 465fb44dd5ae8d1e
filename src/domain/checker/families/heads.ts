import type { Line } from '#domain/report/model.ts';
import { simplified } from '#domain/search/simplified.ts';
import type { Context } from '../context.ts';
import type { Found, Rule } from '../rule.ts';

const ORDINALS = ['', '一', '二', '三', '四', '五', '六'];
const HEAD = /^\s*(?<mark>[一二三四五六七八九十]+|\d+|[（(][一二三四五六七八九十\d]+[)）])\s*(?<stop>[、.．，,。:：\s]?)\s*(?<title>.*)$/s;

/** The heads of a section. A cell's number that a dump glued before the head is not the head's. */
function headsOf(context: Context, section: number): Line[] {
  const glued = new RegExp(`^[\\d.\\s]+(?=${ORDINALS[section]}、)`);
  return context.reading.lines
    .filter((l) => l.kind === 'heading' && l.section === section && (l.text.match(/[\u4e00-\u9fa5]/g)?.length ?? 0) >= 4)
    .map((l) => ({ ...l, text: l.text.replace(glued, '') }));
}

function where(line: Line): { section: number; line: number; quote: string } {
  return { section: line.section, line: line.n, quote: line.text.trim().slice(0, 60) };
}

/** Half of the heads or more not there: a piece of a report, or heads no reader can tell; said once. */
function* absent(context: Context): Iterable<Found> {
  if (context.partial()) return;
  const missing = context.form.sections.map((_, i) => i + 1).filter((s) => headsOf(context, s).length === 0);
  const name = (s: number): string => `${ORDINALS[s]}、${context.form.sections[s - 1]}`;
  if (missing.length >= 3) {
    const message = `没有读到${missing.map((s) => `“${name(s)}”`).join('')}的标题。年报分六个部分，请照统一格式写全标题；如果只提供了一部分，请提供完整的报告。`;
    yield { message, where: { section: missing[0]! }, expected: 6, actual: 6 - missing.length };
    return;
  }
  for (const section of missing) {
    const message = `没有第${ORDINALS[section]}部分“${context.form.sections[section - 1]}”的标题。年报分六个部分，一个都不能少。`;
    yield { message, where: { section }, expected: name(section), actual: null };
  }
}

function* numbers(context: Context): Iterable<Found> {
  yield* absent(context);
  for (const [i] of context.form.sections.entries()) {
    const section = i + 1;
    const lines = headsOf(context, section);
    const ordinal = ORDINALS[section]!;
    for (const line of lines.slice(0, 1)) {
      const m = HEAD.exec(line.text);
      const mark = m?.groups?.['mark'];
      const printed = m ? `${mark}${m.groups?.['stop']?.trim() ?? ''}` : '';
      if (mark === ordinal && m?.groups?.['stop'] === '、') continue;
      const expected = `${ordinal}、`;
      const message = mark ? `标题序号“${printed}”应为“${expected}”。` : `标题前没有序号，应为“${expected}”。`;
      yield {
        ...(mark === ordinal ? { severity: 'info' as const } : {}),
        message,
        where: where(line),
        expected,
        actual: printed || null,
        fix: expected,
      };
    }
    for (const line of lines.slice(1)) {
      yield { message: `第${ordinal}部分的标题出现了两次。`, where: where(line), expected: 1, actual: lines.length };
    }
  }
}

function plain(text: string): string {
  return simplified(text.normalize('NFKC')).replace(/[^\u4e00-\u9fa5]/g, '');
}

function* titles(context: Context): Iterable<Found> {
  for (const [i, title] of context.form.sections.entries()) {
    const line = headsOf(context, i + 1)[0];
    const printed = line ? (HEAD.exec(line.text)?.groups?.['title'] ?? line.text) : null;
    if (!line || printed === null || plain(printed).includes(plain(title))) continue;
    // The text breaks off in its last line.
    const last = context.reading.lines.at(-1);
    if (last?.kind === 'heading' && last.section === line.section && plain(title).startsWith(plain(printed))) continue;
    const shown = printed.trim().slice(0, 40);
    yield { message: `标题“${shown}”与统一格式“${title}”不同，请照改。`, where: where(line), expected: title, actual: shown, fix: title };
  }
}

export const headRules: readonly Rule[] = [
  {
    id: 'HEAD-NUMBER',
    severity: 'warning',
    title: '六个部分的标题序号',
    basis: ['FORM2021', 'OGIR2019 50.2'],
    what: '六个部分的标题都在、不重复，序号依次为一、二、三、四、五、六。只有标点不同的为可不改。',
    fails: { says: '“3、收到和处理政府信息公开申请情况”', sketch: { heads: { 3: '3、 收到和处理政府信息公开申请情况' } } },
    passes: { says: '“三、收到和处理政府信息公开申请情况”', sketch: {} },
    find: numbers,
  },
  {
    id: 'HEAD-TITLE',
    severity: 'info',
    title: '六个部分的标题文字',
    basis: ['FORM2021', 'OGIR2019 50.2'],
    what: '标题里有统一格式的标题（不计标点和空格）。',
    fails: { says: '“四、复议诉讼情况”', sketch: { heads: { 4: '四、复议诉讼情况' } } },
    passes: { says: '“四、政府信息公开行政复议、行政诉讼情况”', sketch: {} },
    find: titles,
  },
];
