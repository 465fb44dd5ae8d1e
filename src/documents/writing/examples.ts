import type { Paragraph, ReportDocument, Run } from '#domain/report/document.ts';
import { setValue, type Tables } from '#domain/report/model.ts';
import { cellsOf, FORM_2021, identitiesOf, requestKey } from '#law/forms/index.ts';

// Two reports to test and measure the writers with: an invented 示范镇 with a figure in every place, and one with nothing but zeros.

function emptyTables(): Tables {
  return { proactive: {}, requests: {}, remedies: {} };
}

/** Tables with the same value in every cell. */
export function uniformTables(value: number | null): Tables {
  const tables = emptyTables();
  for (const cell of cellsOf(FORM_2021)) setValue(tables, cell.key, value);
  return tables;
}

/** Tables in which every figure is above zero and every identity holds. */
export function fullTables(): Tables {
  const tables = emptyTables();
  const values = new Map<string, number>();
  const of = (key: string) => values.get(key) ?? 0;
  const sums = identitiesOf(FORM_2021).filter((i) => i.rule === 'T3-OUTCOMES' || i.rule === 'T3-APPLICANTS' || i.rule === 'T4-TOTAL');
  const totals = new Map(sums.map((i) => [i.cell, i.terms]));
  cellsOf(FORM_2021).forEach((cell, i) => {
    if (cell.unit === 'money') values.set(cell.key, 12.3456);
    else if (!totals.has(cell.key)) values.set(cell.key, 1 + ((i * 7) % 5));
  });
  for (const { key } of FORM_2021.applicantColumns.filter((c) => c.key !== 'total')) {
    const outcomes = (totals.get(requestKey('3.7', key)) ?? []).reduce((n, t) => n + of(t.cell) * t.sign, 0);
    values.set(requestKey('1', key), outcomes + of(requestKey('4', key)) - of(requestKey('2', key)));
    values.set(requestKey('3.7', key), outcomes);
  }
  for (const { cell, terms } of sums.filter((i) => i.cell.endsWith('/total'))) {
    values.set(
      cell,
      terms.reduce((n, t) => n + of(t.cell) * t.sign, 0),
    );
  }
  for (const cell of cellsOf(FORM_2021)) setValue(tables, cell.key, of(cell.key));
  return tables;
}

function text(...runs: (string | Run)[]): Paragraph {
  return { level: 'text', runs: runs.map((r) => (typeof r === 'string' ? { text: r } : r)) };
}

function second(...runs: (string | Run)[]): Paragraph {
  return { ...text(...runs), level: 'h2' };
}

function documentOf(shortName: string, year: number, tables: Tables, sections: readonly (readonly Paragraph[])[]): ReportDocument {
  const name = `${shortName}人民政府`;
  const signedBy = `${name}办公室`;
  const period = [`${year}-01-01`, `${year}-12-31`] as [string, string];
  const signedOn = `${year + 1}-01-17`;
  return {
    form: FORM_2021.edition,
    unit: { name, shortName },
    title: `${shortName}${year}年政府信息公开工作年度报告`,
    year,
    period,
    signedBy,
    signedOn,
    report: { form: FORM_2021.edition, unit: shortName, signedBy, signedOn, year, period, tables },
    preamble: [
      text(
        `本报告根据《中华人民共和国政府信息公开条例》第四十九条、第五十条和${FORM_2021.notice}的格式编制。数据统计期限为${year}年1月1日至${year}年12月31日。`,
      ),
    ],
    sections: FORM_2021.sections.map((title, i) => ({ title, paragraphs: sections[i] ?? [] })),
  };
}

/** An invented township with a figure in every cell and a long text. */
export function fullReport(): ReportDocument {
  const tables = fullTables();
  const received = { text: String(tables.requests?.['1']?.[6]), figure: requestKey('1', 'total') };
  const carried = { text: String(tables.requests?.['4']?.[6]), figure: requestKey('4', 'total') };
  const long =
    '坚持以公开为常态、不公开为例外，围绕群众关心的村级公益事业、农田水利、社会救助等事项，逐项编制公开目录，明确公开时限和责任人，';
  return documentOf('示范镇', 2024, tables, [
    [
      ...FORM_2021.aspects.map((aspect, i) =>
        second(
          `（${'一二三四五'.charAt(i)}）${aspect}。`,
          '全年收到申请',
          received,
          '件，结转下年度继续办理',
          carried,
          `件。${long.repeat(3)}做到应公开尽公开。`,
        ),
      ),
    ],
    [text('本年主动公开情况见下表。')],
    [text('本年收到和处理申请情况见下表。')],
    [text('本年行政复议、行政诉讼情况见下表。')],
    [
      second('（一）主要问题'),
      text(`一是${long}仍有差距；二是${long}还不够主动。`),
      { level: 'h3', runs: [{ text: '1.公开内容不够细' }] },
      text(`部分栏目更新不及时。${long}`),
      second('（二）改进情况'),
      text(`${long.repeat(4)}持续改进。`),
    ],
    [text('本年收取信息处理费0元。'), text('除以上情况外，没有其他需要报告的事项。')],
  ]);
}

/** A township without a single application, its figures all zero. */
export function zeroReport(): ReportDocument {
  return documentOf('朝阳镇', 2023, uniformTables(0), [
    [second('（一）主动公开。', '通过县人民政府门户网站主动公开信息', { text: '30', figure: 'items/published' }, '条。')],
    [],
    [],
    [],
    [text('政策解读方式不够新颖，下一步将加强培训。')],
    [text('本年收取信息处理费0元。')],
  ]);
}
