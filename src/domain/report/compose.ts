import { formForYear } from '#law/forms/index.ts';
import { chineseDate, day } from '#lib/day.ts';
import type { Paragraph, ReportDocument, Run } from './document.ts';
import { type FigureValues, figureValue, isFigure } from './figures.ts';
import type { Report } from './model.ts';
import { bind, type Filling, say } from './narrative/fill.ts';
import { factGap, figureGap, type Gap, wanting } from './narrative/gaps.ts';
import { listsOf } from './narrative/lists.ts';
import { type Office, plain } from './narrative/office.ts';
import { PREAMBLE, SECTION_FIVE, SECTION_SIX } from './narrative/otherSections.ts';
import { SECTION_ONE } from './narrative/sectionOne.ts';
import type { ParagraphTemplate } from './narrative/template.ts';
import { figuresIn } from './narrative/tokens.ts';
import { type TypedNumber, typedNumbers } from './narrative/typed.ts';

/** What the words of a report are made from. */
export interface ComposeInput {
  /** As compiled: particulars and tables. */
  readonly report: Report;
  /** The counted figures of the text. */
  readonly figures: FigureValues;
  readonly office: Office;
  /** The office's own wording by paragraph key, numbers as tokens; an empty text leaves the paragraph out, a new line begins another. */
  readonly edited?: Readonly<Record<string, string>>;
  /**
   * The office's own wording of the six sections, paragraph by paragraph with numbers as tokens; null: the system's. Takes precedence over `edited`; a paragraph that opens with （一） is a heading.
   */
  readonly sections?: readonly (readonly string[] | null)[];
  /** Printed on every page of what is no final report; 草稿 by default while a cell is unknown. */
  readonly mark?: string;
}

/** One paragraph with what an editor needs: its key, and its text with numbers as tokens. */
export interface ComposedParagraph {
  readonly key: string;
  readonly section: number;
  readonly level: Paragraph['level'];
  readonly source: string;
  readonly edited: boolean;
  readonly runs: readonly Run[];
  readonly typed: readonly TypedNumber[];
}

export interface Composition {
  readonly document: ReportDocument;
  readonly paragraphs: readonly ComposedParagraph[];
  /** What is not said for want of a declaration or a fact of the office, and what to do. */
  readonly gaps: readonly Gap[];
}

const TEMPLATES: readonly ParagraphTemplate[] = [...PREAMBLE, ...SECTION_ONE, ...SECTION_FIVE, ...SECTION_SIX];

function factsOf(input: ComposeInput, year: number, [from, to]: readonly [string, string], notice: string): Filling['facts'] {
  const { office } = input;
  const said = (words: string | null | undefined) => (words ? plain(words) : undefined);
  return {
    year: String(year),
    begin: chineseDate(day(from)),
    end: chineseDate(day(to)),
    notice,
    name: plain(office.name),
    site: said(office.site?.name),
    siteAddress: said(office.site?.address),
    siteOwn: office.site?.own ? 'own' : undefined,
    workingUnit: said(office.workingUnit ?? office.name),
    address: said(office.contact?.address),
    phone: said(office.contact?.phone),
    postcode: said(office.contact?.postcode),
  };
}

function composeParagraph(template: ParagraphTemplate, filling: Filling, edit: string | undefined, gaps: Gap[]): ComposedParagraph[] {
  let source = '';
  for (const statement of edit === undefined ? template.statements : []) {
    const said = say(statement, filling);
    if (typeof said === 'string') source += said;
    else if (said !== null) gaps.push(...figureGap(template.key, statement.about, said.figures), ...factGap(template.key, said.facts));
  }
  const lines = (edit ?? source)
    .split(/\r?\n/)
    .map((l) => l.trim())
    .filter((l) => l !== '');
  return lines.map((line) => {
    const { runs, unknown, stale } = bind(line, filling.value);
    const wanted = unknown.filter((f) => isFigure(f));
    gaps.push(...figureGap(template.key, '修改过的文字', wanted), ...stale.map((f) => staleGap(template.key, f, filling)));
    const typed = typedNumbers(runs, filling.value);
    return { key: template.key, section: template.section, level: template.level, source: line, edited: edit !== undefined, runs, typed };
  });
}

function staleGap(paragraph: string, figure: string, filling: Filling): Gap {
  return {
    paragraph,
    about: '修改过的文字',
    figures: [figure],
    message: `这段文字原来按0写成，现在这个数字是${filling.value(figure)}，已改印数字，请重新改写这句话。`,
  };
}

const HEADING = /^（[一二三四五六七八九十]+）[^。；]{1,40}$/;

/** Templates of the sections whose paragraphs the office wrote itself stand back for those. */
function plan(input: ComposeInput): { templates: readonly ParagraphTemplate[]; edits: Readonly<Record<string, string>> } {
  const edits: Record<string, string> = { ...input.edited };
  const templates = [0, 1, 2, 3, 4, 5, 6].flatMap((section) => {
    const own = input.sections?.[section - 1];
    if (!own) return TEMPLATES.filter((t) => t.section === section);
    return own.map((text, i): ParagraphTemplate => {
      const key = `${section}/own/${i + 1}`;
      edits[key] = text;
      return { key, section, level: HEADING.test(text.trim()) ? 'h2' : 'text', statements: [] };
    });
  });
  return { templates, edits };
}

/** The system's own words of each of the six sections, paragraph by paragraph with numbers as tokens. */
export function proposedSections(input: ComposeInput): string[][] {
  const { paragraphs, document } = compose({ ...input, edited: {}, sections: [] });
  return document.sections.map((_, i) => paragraphs.filter((p) => p.section === i + 1).map((p) => p.source));
}

/** The figures the office's edits bind to that exist nowhere. */
function strangers(edits: Readonly<Record<string, string>>): Gap[] {
  return Object.entries(edits).flatMap(([paragraph, text]) =>
    figuresIn(text)
      .filter((f) => !isFigure(f))
      .map((f) => ({ paragraph, about: '修改过的文字', figures: [f], message: `“${f}”不是本报告的数字，请从列表里选一个。` })),
  );
}

/**
 * The words of an annual report around its tables, each number bound to its figure. A statement over a figure that is
 * not known is left out and listed; nothing is guessed.
 * @throws when the report has no year or period, or no compiled edition of the form serves the year
 */
export function compose(input: ComposeInput): Composition {
  const { report, office } = input;
  const form = report.year === null ? null : formForYear(report.year);
  if (!form || report.year === null || !report.period)
    throw new Error(`no report to compose: year ${report.year}, period ${report.period}`);
  const filling: Filling = {
    facts: factsOf(input, report.year, report.period, form.notice),
    lists: listsOf(office, report.period, report.year),
    value: (figure) => figureValue(figure, report, input.figures),
  };
  const { templates, edits } = plan(input);
  const gaps: Gap[] = [...wanting(office, report.year), ...strangers(edits)];
  const paragraphs = templates.flatMap((t) => composeParagraph(t, filling, edits[t.key], gaps));
  const of = (section: number): Paragraph[] => paragraphs.filter((p) => p.section === section).map(({ level, runs }) => ({ level, runs }));
  const unit = report.unit ?? office.shortName;
  const signedBy = report.signedBy ?? office.signedBy ?? office.name;
  const document: ReportDocument = {
    form: form.edition,
    unit: { name: office.name, shortName: office.shortName },
    title: `${unit}${report.year}年政府信息公开工作年度报告`,
    year: report.year,
    period: report.period,
    signedBy,
    signedOn: report.signedOn,
    report: { ...report, signedBy },
    preamble: of(0),
    sections: form.sections.map((title, i) => ({ title, paragraphs: of(i + 1) })),
    mark: input.mark ?? (report.complete === false ? '草稿' : undefined),
  };
  return { document, paragraphs, gaps };
}
