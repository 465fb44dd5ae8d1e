import {
  AlignmentType,
  Paragraph as Block,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  type Table,
  TextRun,
} from 'docx';
import type { Paragraph, ReportDocument, Run } from '#domain/report/document.ts';
import { docxTable } from './docxTable.ts';
import { BODY, FONTS, font, PAGE, PITCH, SIZES } from './docxType.ts';
import { cutRunIn, type PrintedSection, printReport, widthOf } from './layout.ts';

/** Two characters of 三号 at the pitch of the page, in twips. */
const TWO_CHARACTERS = 632;
const TITLE_PITCH = 700;
const TABLE_GAP = 160;
/** With zh-CN for its Latin part a number may be cut at the end of a line. */
const LANGUAGE = { value: 'en-US', eastAsia: 'zh-CN' } as const;

function runs(from: readonly Run[], family: string = FONTS.fangsong): TextRun[] {
  const text = from.map((r) => r.text).join('');
  return text === '' ? [] : [new TextRun({ ...BODY, text, font: font(family) })];
}

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

function heading(text: string, level: Level, family: string, before = 0): Block {
  return new Block({
    heading: level,
    indent: { firstLine: TWO_CHARACTERS },
    keepNext: true,
    spacing: { ...PITCH, before },
    autoSpaceEastAsianText: false,
    children: runs([{ text }], family),
  });
}

/** `withNext`: the paragraph stays on the page on which its table or the signature begins. */
function block(paragraph: Paragraph, withNext: boolean): Block {
  const { head, body } = cutRunIn(paragraph);
  const words = head.map((r) => r.text).join('');
  if (body.length === 0 && paragraph.level === 'h2') return heading(words, HeadingLevel.HEADING_2, FONTS.kai);
  if (body.length === 0 && paragraph.level === 'h3') return heading(words, HeadingLevel.HEADING_3, FONTS.fangsong);
  return new Block({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: TWO_CHARACTERS },
    spacing: PITCH,
    widowControl: false,
    autoSpaceEastAsianText: false,
    keepNext: withNext,
    children: [...runs(head, FONTS.kai), ...runs(body)],
  });
}

function sectionBlocks(sections: readonly PrintedSection[], section: PrintedSection, at: number): (Block | Table)[] {
  const end = section.paragraphs.length - 1;
  const closes = section.table !== null || at === sections.length - 1;
  const afterTable = sections[at - 1]?.table && !sections[at - 1]?.note;
  return [
    heading(section.heading, HeadingLevel.HEADING_1, FONTS.hei, afterTable ? TABLE_GAP : 0),
    ...section.paragraphs.map((p, i) => block(p, closes && i === end && p.level === 'text')),
    ...(section.table ? [docxTable(section.table)] : []),
    ...(section.note
      ? [new Block({ spacing: PITCH, children: [new TextRun({ text: section.note, size: SIZES.note, font: font(FONTS.fangsong) })] })]
      : []),
  ];
}

/** 署名 and date: the date begins two characters to the right of the organ; the longer of both ends two characters before the edge. */
function signature(organ: string, date: string | null): Block[] {
  const organWidth = widthOf(organ);
  const dateWidth = date === null ? 0 : widthOf(date) + 2;
  const block = Math.max(organWidth, dateWidth);
  const line = (text: string, width: number, keepNext: boolean) =>
    new Block({
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(TWO_CHARACTERS * (1 + (block - width) / 2)) },
      spacing: PITCH,
      keepNext,
      children: runs([{ text }]),
    });
  return [
    new Block({ spacing: PITCH, keepNext: true, children: [] }),
    line(organ, organWidth, date !== null),
    ...(date === null ? [] : [line(date, dateWidth, false)]),
  ];
}

/** — 1 — in 四号, one character from the outer edge. */
function footer(side: 'left' | 'right'): Footer {
  const dash = (text: string) => new TextRun({ text, size: SIZES.pageNumber, font: font(FONTS.song) });
  return new Footer({
    children: [
      new Block({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: 280 } : { left: 280 },
        children: [dash('— '), new TextRun({ children: [PageNumber.CURRENT], size: SIZES.pageNumber, font: font(FONTS.song) }), dash(' —')],
      }),
    ],
  });
}

function markHeader(mark: string | undefined): ISectionOptions['headers'] {
  if (!mark) return undefined;
  const header = () =>
    new Header({
      children: [
        new Block({
          alignment: AlignmentType.RIGHT,
          children: [new TextRun({ text: mark, size: SIZES.pageNumber, font: font(FONTS.hei) })],
        }),
      ],
    });
  return { default: header(), even: header() };
}

function headline(lines: readonly string[]): Block[] {
  return [
    new Block({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { line: TITLE_PITCH, lineRule: 'exact', before: 0, after: 0 },
      children: lines.map(
        (text, i) => new TextRun({ text, break: i === 0 ? 0 : 1, size: SIZES.title, color: '000000', font: font(FONTS.xiaobiaosong) }),
      ),
    }),
    new Block({ spacing: PITCH, children: [] }),
  ];
}

/**
 * The report as a Word file laid out by GB/T 9704-2012: 22 lines of 28 characters, 小标宋, 黑体, 楷体 and 仿宋 by name, page numbers outside, merged cells.
 */
export async function writeReportDocx(source: ReportDocument): Promise<Uint8Array> {
  const { document, titleLines, sections, signedOn } = printReport(source);
  const file = new Document({
    title: document.title,
    creator: document.signedBy,
    lastModifiedBy: document.signedBy,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: { ...BODY, font: font(FONTS.fangsong), language: LANGUAGE } } },
    },
    sections: [
      {
        properties: { page: PAGE },
        headers: markHeader(document.mark),
        footers: { default: footer('right'), even: footer('left') },
        children: [
          ...headline(titleLines),
          ...document.preamble.map((p) => block(p, false)),
          ...sections.flatMap((s, i) => sectionBlocks(sections, s, i)),
          ...signature(document.signedBy, signedOn),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
