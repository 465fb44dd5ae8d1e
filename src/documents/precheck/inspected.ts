import type { PrecheckFinding, PrecheckPlace, PrecheckSeverity } from '#domain/precheck/index.ts';
import { personalFindings } from '#domain/precheck/index.ts';

/** A file to be looked into before it is published. */
export interface InspectedFile {
  readonly title: string;
  readonly name: string;
  readonly mediaType: string;
}

/** Collects what is found in one attachment; a rule says the same of one place only once. */
export class Inspection {
  readonly findings: PrecheckFinding[] = [];
  readonly #file: InspectedFile;
  readonly #tell: (finding: PrecheckFinding) => void;
  #text = 0;

  /** @param tell given each finding as it is made */
  constructor(file: InspectedFile, tell: (finding: PrecheckFinding) => void = () => undefined) {
    this.#file = file;
    this.#tell = tell;
  }

  /** Adds what was found. */
  add(finding: PrecheckFinding): void {
    this.findings.push(finding);
    this.#tell(finding);
  }

  #place(detail: string, quote?: string): PrecheckPlace {
    return { part: 'attachment', attachment: this.#file.title, ...(detail && { detail }), ...(quote && { quote: quote.slice(0, 60) }) };
  }

  /** Something the reader of the file would not see, or more than was meant to be given. */
  note(rule: string, severity: PrecheckSeverity, message: string, detail = '', quote?: string): void {
    if (this.findings.some((f) => f.rule === rule && f.place.detail === (detail || undefined))) return;
    const place = this.#place(detail, quote);
    this.add({ rule, severity, message: `附件“${this.#file.title}”${message}`, basis: ['OGIR2019 15'], place, suggestion: null });
  }

  /** Words of the file: looked through for personal data. A bounded number of places is named. */
  words(text: string, detail: string): void {
    if (this.#text > MOST_PERSONAL) return;
    for (const f of personalFindings([{ text, place: this.#place(detail) }])) {
      if (++this.#text > MOST_PERSONAL) return;
      this.add(f);
    }
  }
}

const MOST_PERSONAL = 200;
