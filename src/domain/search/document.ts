import type { Visibility } from '#domain/visibility/gate.ts';
import { fold } from './fold.ts';
import { BREAK } from './grams.ts';
import { pinyinOf } from './pinyin.ts';
import type { SearchValidity } from './query.ts';

/** What kind of thing is found. */
export type SearchKind = 'item' | 'report' | 'guide' | 'consultation';

/** A public thing as the search keeps it. Its key is agency, kind and id: indexing it again replaces it. */
export interface SearchDocument {
  readonly agency: string;
  readonly kind: SearchKind;
  readonly id: string;
  readonly visibility: Visibility;
  /** The page's path on the portal. */
  readonly url: string;
  readonly title: string;
  readonly listed: Listed;
  /** Searched, not shown: 主题分类, dates as people write them. */
  readonly metadata?: readonly string[];
  /** 转载 of another organ's information. */
  readonly reprint?: boolean;
  /** Plain text of the body, paragraphs on lines of their own. */
  readonly body: string;
  readonly attachments: readonly SearchAttachment[];
  /** Codes of the columns it stands in. */
  readonly columns: readonly string[];
  /** The item's category (normativeDocument, notice …). */
  readonly type: string | null;
  readonly validity: SearchValidity | null;
  /** Instant of publication, ISO. */
  readonly publishedAt: string;
}

/** What a line of a list or a catalogue says besides the title. */
export interface Listed {
  /** 索引号. */
  readonly index: string;
  readonly documentNumber: string;
  /** 发布机构. */
  readonly maker: string;
  /** 成文日期, YYYY-MM-DD. */
  readonly formedOn: string | null;
  readonly keywords: readonly string[];
  /** 内容概述. */
  readonly summary: string;
}

/** An attachment, with its text where that is known already; else it is taken from what was read out of the bytes of that hash. */
export interface SearchAttachment {
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly text?: string | null;
}

/** A document's text is searched up to here, in characters: title, metadata, body, attachments, in this order. */
export const LONGEST_TEXT = 120_000;

/** What is kept of a document for finding it. */
export interface SearchableText {
  /** Fields joined by {@link BREAK}. */
  readonly folded: string;
  readonly pinyin: string;
  /** As read, for showing where a word stands: body, then attachments. */
  readonly shown: string;
  /** True where the text is longer than what is searched. */
  readonly clipped: boolean;
}

/** Folds a document into the text that is searched. */
export function searchableText(d: SearchDocument): SearchableText {
  const passages = [d.body, ...d.attachments.flatMap((a) => [a.name, a.text ?? ''])].filter((t) => t !== '');
  const { index, documentNumber, maker, keywords, summary } = d.listed;
  const fields = [d.title, index, documentNumber, maker, ...keywords, summary, ...(d.metadata ?? []), ...passages].filter((f) => f !== '');
  let room = LONGEST_TEXT;
  let clipped = false;
  const folded: string[] = [];
  for (const field of fields) {
    const characters = [...fold(field)];
    if (characters.length > room) clipped = true;
    const part = characters.length > room ? characters.slice(0, room).join('') : characters.join('');
    room = Math.max(0, room - characters.length - 1);
    if (part !== '') folded.push(part);
  }
  const { whole, initials } = pinyinOf(d.title);
  return {
    folded: folded.join(BREAK),
    pinyin: `${whole}${BREAK}${initials}`,
    shown: passages.join('\n').slice(0, LONGEST_TEXT * 2),
    clipped,
  };
}
