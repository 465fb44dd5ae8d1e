import { REPORT_FORMATS, type ReportFormat, writeReport } from '#documents/writing/index.ts';
import type { ReportVersion } from '#domain/report/ports.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** True for the name of a format. */
export function isFormat(value: string): value is ReportFormat {
  return Object.hasOwn(REPORT_FORMATS, value);
}

/** The five files of a frozen version, written once from what was frozen: the same bytes for everybody. */
export class ReportFiles {
  readonly #files = new Map<string, Promise<Uint8Array>>();
  #bytes = 0;

  async file(version: ReportVersion, format: ReportFormat): Promise<Uint8Array> {
    const key = `${version.agency}/${version.year}/${version.version}.${format}`;
    const kept = this.#files.get(key);
    if (kept) return kept;
    const made = writeReport(version.frozen.document, format);
    this.#files.set(key, made);
    try {
      this.#bytes += (await made).length;
    } catch (e) {
      this.#files.delete(key);
      throw e;
    }
    while (this.#bytes > MOST_BYTES && this.#files.size > 1) {
      const [oldest, file] = this.#files.entries().next().value!;
      this.#files.delete(oldest);
      this.#bytes -= (await file).length;
    }
    return made;
  }
}
