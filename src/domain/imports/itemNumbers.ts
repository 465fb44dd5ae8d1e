import { formatNumber } from '#domain/registers/numbering.ts';
import type { FieldValue, RegisterRecord } from '#domain/registers/record.ts';

/**
 * Numbers for items of a sheet that names their publications: a publication names its item, so the item must have its number
 * before both are saved together. The register's own counter passes over numbers given here; one given meanwhile by somebody
 * else refuses the whole import, which is then simply repeated.
 */
export class ItemNumbers {
  readonly #agency: string;
  readonly #taken: Set<string>;
  readonly #last = new Map<number, number>();
  readonly #thisYear: number;

  constructor(agency: string, existing: readonly RegisterRecord[], today: string) {
    this.#agency = agency;
    this.#taken = new Set(existing.filter((r) => r.register === 'items').map((r) => r.number));
    this.#thisYear = Number(today.slice(0, 4));
  }

  /** A number another line of the sheet has is not given again. */
  reserve(number: string): void {
    this.#taken.add(number);
  }

  /** The next free number of the year the item was formed in, else published in, else of today. */
  next(formedOn: FieldValue | undefined, publishedOn: FieldValue | undefined): string {
    const date = [formedOn, publishedOn].find((d) => typeof d === 'string');
    const year = typeof date === 'string' ? Number(date.slice(0, 4)) : this.#thisYear;
    for (let n = (this.#last.get(year) ?? 0) + 1; ; n++) {
      const number = formatNumber(year, this.#agency, 'items', n);
      if (this.#taken.has(number)) continue;
      this.#taken.add(number);
      this.#last.set(year, n);
      return number;
    }
  }
}
