import type { FieldValue, RecordDraft } from '#domain/registers/record.ts';
import type { Register } from '#domain/registers/register.ts';
import { validateRecord } from '#domain/registers/validate.ts';
import { ItemNumbers } from './itemNumbers.ts';
import { contentOf, differences, KnownRecords, type ReadLine } from './known.ts';
import type { SheetLayout } from './layout.ts';
import { type BookedLine, dateFindings, emptyRow, yearHint } from './lineFindings.ts';
import type { ImportFinding, KnownRow, PlannedDraft } from './plan.ts';
import type { ImportRequest } from './request.ts';
import { findingAt, type RowValues } from './rowValues.ts';
import { splitValues } from './target.ts';
import type { Problem } from './values/parsed.ts';

/** Collects the lines of an import and turns them into drafts: repeated lines, known records, and what the register forbids. */
export class DraftBook {
  readonly #register: Register;
  readonly #request: ImportRequest;
  readonly #known: KnownRecords;
  readonly #numbers: ItemNumbers;
  readonly #lines: BookedLine[] = [];
  readonly #errors: ImportFinding[] = [];
  readonly #warnings: ImportFinding[] = [];
  readonly #unfinished = new Map<string, { layout: SheetLayout; label: string; rows: number[] }>();

  constructor(register: Register, request: ImportRequest) {
    this.#register = register;
    this.#request = request;
    this.#known = new KnownRecords(register, request.existing);
    this.#numbers = new ItemNumbers(request.agency, request.existing, request.today);
  }

  /** Takes a line. One with an error is an error whole and becomes no draft. */
  add(layout: SheetLayout, row: number, read: RowValues): void {
    if (Object.keys(read.values).length === 0 && read.errors.length === 0) {
      this.#errors.push(emptyRow(layout, row));
      return;
    }
    const line = this.#lineOf(layout, row, read);
    const problems = [...read.errors, ...this.#validate(layout, line, read)];
    if (problems.length > 0) this.#errors.push(...problems);
    else {
      if (line.number !== null) this.#numbers.reserve(line.number);
      this.#lines.push({ line, layout, read });
    }
  }

  #lineOf(layout: SheetLayout, row: number, read: RowValues): ReadLine {
    const { own, published } = splitValues(read.values);
    const number = own[this.#register.numberField];
    delete own[this.#register.numberField];
    const channels = read.channels.length > 0 ? read.channels : [published['channel'] ?? null];
    const list =
      Object.keys(published).length === 0 ? [] : channels.map((channel) => (channel === null ? published : { ...published, channel }));
    return { sheet: layout.sheet.name, row, number: number === undefined || number === null ? null : String(number), own, published: list };
  }

  #draft(line: ReadLine): RecordDraft {
    return {
      register: this.#register.key,
      agency: this.#request.agency,
      number: line.number ?? undefined,
      values: line.own,
      origin: 'import',
    };
  }

  #publication(item: string | null, values: Readonly<Record<string, FieldValue>>): RecordDraft {
    return { register: 'publications', agency: this.#request.agency, values: { ...values, item }, origin: 'import' };
  }

  #validate(layout: SheetLayout, line: ReadLine, read: RowValues): ImportFinding[] {
    const own = validateRecord(this.#draft(line)).map((e) => ({ ...e, key: e.field }));
    const published = line.published.flatMap((p) =>
      validateRecord(this.#publication(line.number, p)).map((e) => ({ ...e, key: `publications.${e.field}` })),
    );
    const findings: ImportFinding[] = [];
    for (const error of [...own, ...published]) {
      const at = read.columnOf.get(error.key);
      if (at && read.errors.some((e) => e.column === at.column.column)) continue;
      if (error.severity === 'error') {
        const what = error.wrong.startsWith('填了') ? error.wrong : `“${error.label}”${error.wrong}`;
        findings.push(
          findingAt(layout, line.row, at?.column ?? null, at?.cell.text ?? null, {
            what,
            fix: yearHint(layout, at?.cell.text, error.fix),
          }),
        );
      } else if (error.key !== 'publications.item' && layout.mapping.columns.some((c) => 'field' in c.use && c.use.field === error.key)) {
        const key = `${layout.sheet.name}\n${error.key}`;
        const entry = this.#unfinished.get(key) ?? { layout, label: error.label, rows: [] };
        entry.rows.push(line.row);
        this.#unfinished.set(key, entry);
      }
    }
    return findings;
  }

  /** Compares the lines with one another and with the register. */
  finish(): { drafts: PlannedDraft[]; known: KnownRow[]; errors: ImportFinding[]; warnings: ImportFinding[] } {
    const drafts: PlannedDraft[] = [];
    const known: KnownRow[] = [];
    const seen = new Map<string, { booked: BookedLine; number: string | null }>();
    for (const booked of this.#lines) {
      const { line } = booked;
      const key =
        line.number === null
          ? `=${contentOf(
              line.own,
              this.#register.fields.map((f) => f.key),
            )}`
          : `#${line.number}`;
      const before = seen.get(key);
      const again = before && this.#repeated(booked, before.booked, before.number);
      if (again === 'error') continue;
      if (again === 'publication') {
        this.#publishAgain(line, before!.number!, drafts, known);
        continue;
      }
      const number = this.#enter(booked, drafts, known);
      if (!before) seen.set(key, { booked, number });
      this.#warnings.push(...dateFindings(this.#register, booked));
    }
    for (const { layout, label, rows } of this.#unfinished.values()) {
      this.#warnings.push(
        findingAt(layout, rows.length === 1 ? rows[0]! : null, null, null, {
          what: `有${rows.length}行没有填“${label}”`,
          fix: '可以先导入，之后在登记簿里补',
        }),
      );
    }
    return { drafts, known, errors: this.#errors, warnings: this.#warnings };
  }

  #publishAgain(line: ReadLine, item: string, drafts: PlannedDraft[], known: KnownRow[]): void {
    const published = this.#known.newPublications(line, item);
    if (published.length === 0) known.push({ sheet: line.sheet, row: line.row, number: item });
    for (const p of published) drafts.push(this.#planned(line, this.#publication(item, p)));
  }

  #planned(line: ReadLine, draft: RecordDraft): PlannedDraft {
    return { sheet: line.sheet, row: line.row, draft };
  }

  /** What a line that repeats another is: an error, another publication of the same item, or a line of its own with a warning. */
  #repeated(booked: BookedLine, before: BookedLine, item: string | null): 'error' | 'publication' | 'own' {
    const { line, layout, read } = booked;
    const at = read.columnOf.get(this.#register.numberField);
    const where = `${before.line.sheet === line.sheet ? '' : `工作表“${before.line.sheet}”`}第${before.line.row}行`;
    const fields = this.#register.fields.map((f) => f.key);
    const sameItem =
      this.#register.key === 'items' &&
      item !== null &&
      line.published.length > 0 &&
      contentOf(line.own, fields) === contentOf(before.line.own, fields);
    if (sameItem && line.published.every((p) => before.line.published.every((q) => JSON.stringify(p) !== JSON.stringify(q)))) {
      this.#warn(layout, line.row, { what: `与${where}是同一条信息，记为它的又一次发布`, fix: '不是同一条的，请把名称写得不一样' });
      return 'publication';
    }
    if (line.number !== null) {
      const label = this.#register.fields.find((f) => f.key === this.#register.numberField)!.label;
      this.#errors.push(
        findingAt(layout, line.row, at?.column ?? null, line.number, {
          what: `“${label}”与${where}重复`,
          fix: '请改成不同的，或删去重复的一行',
        }),
      );
      return 'error';
    }
    this.#warn(layout, line.row, { what: `与${where}内容完全相同`, fix: '确是两件的照样导入；重复的请删去一行' });
    return 'own';
  }

  #warn(layout: SheetLayout, row: number, p: Problem): void {
    this.#warnings.push(findingAt(layout, row, null, null, p));
  }

  /** Enters a line's drafts unless the register has it; gives the record's number where it is known before it is saved. */
  #enter(booked: BookedLine, drafts: PlannedDraft[], known: KnownRow[]): string | null {
    const { line, layout, read } = booked;
    const record = line.number === null ? this.#known.sameContent(line) : this.#known.byNumber(line.number);
    if (!record) {
      const given =
        line.number === null && line.published.length > 0 ? this.#numbers.next(line.own['formedOn'], line.published[0]?.['on']) : null;
      const number = line.number ?? given;
      drafts.push(this.#planned(line, this.#draft({ ...line, number })));
      for (const p of line.published) drafts.push(this.#planned(line, this.#publication(number, p)));
      return number;
    }
    const differ = differences(this.#register, record, line.own);
    const at = read.columnOf.get(this.#register.numberField);
    if (record.void && differ.length > 0) {
      this.#errors.push(
        findingAt(layout, line.row, at?.column ?? null, line.number, {
          what: `登记簿里的${record.number}已作废`,
          fix: '请改用新编号，或删去这一行',
        }),
      );
      return null;
    }
    if (differ.length > 0 && this.#request.onExisting === 'refuse') {
      const labels = differ.map((key) => `“${this.#register.fields.find((f) => f.key === key)!.label}”`);
      const what = `登记簿里已有${line.number}，${labels.join('、')}与表里不同`;
      this.#errors.push(
        findingAt(layout, line.row, at?.column ?? null, line.number, {
          what,
          fix: '要以表里的为准，请选“更新已有记录”；是另一件的，请改编号',
        }),
      );
      return null;
    }
    const published = this.#known.newPublications(line, record.number);
    if (differ.length === 0 && published.length === 0) known.push({ sheet: line.sheet, row: line.row, number: record.number });
    if (differ.length > 0) drafts.push(this.#planned(line, { ...this.#draft(line), basedOn: record.version }));
    for (const p of published) drafts.push(this.#planned(line, this.#publication(record.number, p)));
    return record.number;
  }
}
