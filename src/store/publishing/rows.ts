import type { Attachment, ContentVersion, Mode } from '#domain/publishing/content.ts';
import type { ItemLife, SignOff, Step } from '#domain/publishing/life/states.ts';

export interface ContentRow {
  version: number;
  title: string;
  body: string;
  summary: string;
  formed_on: string | null;
  document_number: string;
  maker: string;
  handler: string;
  column: string | null;
  topic: string;
  genre: string;
  keywords: string[];
  effective_on: string | null;
  valid_until: string | null;
  village: boolean;
  reprint: boolean;
  particulars: Record<string, string>;
  note: string;
  saved_by: string;
  saved_by_name: string;
  saved_at: Date;
}

export function contentOf(r: ContentRow): ContentVersion {
  return {
    version: r.version,
    content: {
      title: r.title,
      body: r.body,
      summary: r.summary,
      formedOn: r.formed_on,
      documentNumber: r.document_number,
      maker: r.maker,
      handler: r.handler,
      column: r.column,
      topic: r.topic,
      genre: r.genre,
      keywords: r.keywords,
      effectiveOn: r.effective_on,
      validUntil: r.valid_until,
      village: r.village,
      reprint: r.reprint,
      particulars: r.particulars,
    },
    note: r.note,
    savedBy: r.saved_by,
    savedByName: r.saved_by_name,
    savedAt: r.saved_at.toISOString(),
  };
}

export interface LifeRow {
  agency: string;
  item: string;
  work: ItemLife['work'];
  public: ItemLife['public'];
  portal: boolean;
  version: number;
  public_version: number | null;
  authors: ItemLife['authors'];
  mode: Mode | null;
  mode_reason: string;
  mode_ground: string | null;
  scheduled_for: Date | null;
  first_published_at: Date | null;
  published_at: Date | null;
  ended_on: string | null;
  ended_reason: string;
  revision: number;
}

const iso = (d: Date | null): string | null => d?.toISOString() ?? null;

export function lifeOf(r: LifeRow): ItemLife {
  return {
    agency: r.agency,
    item: r.item,
    work: r.work,
    public: r.public,
    portal: r.portal,
    version: r.version,
    publicVersion: r.public_version,
    authors: r.authors,
    mode: r.mode,
    modeReason: r.mode_reason,
    modeGround: r.mode_ground,
    scheduledFor: iso(r.scheduled_for),
    firstPublishedAt: iso(r.first_published_at),
    publishedAt: iso(r.published_at),
    endedOn: r.ended_on,
    endedReason: r.ended_reason,
    revision: r.revision,
  };
}

export interface StepRow {
  n: number;
  transition: Step['transition'];
  from_work: Step['from'];
  to_work: Step['to'];
  public_to: Step['publicTo'];
  version: number;
  at: Date;
  by_id: string;
  by_name: string;
  sign_off: SignOff | null;
  opinion: string;
  reason: string;
  on_day: string | null;
}

export function stepOf(r: StepRow): Step {
  return {
    n: r.n,
    transition: r.transition,
    from: r.from_work,
    to: r.to_work,
    publicTo: r.public_to,
    version: r.version,
    at: r.at.toISOString(),
    by: r.by_id,
    byName: r.by_name,
    signOff: r.sign_off,
    opinion: r.opinion,
    reason: r.reason,
    on: r.on_day,
  };
}

export interface AttachmentRow {
  n: number;
  file: string;
  title: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  since_version: number;
  until_version: number | null;
  replaced_by: number | null;
}

export function attachmentOf(r: AttachmentRow): Attachment {
  return {
    n: r.n,
    file: r.file,
    title: r.title,
    name: r.name,
    mediaType: r.media_type,
    size: r.size,
    sha256: r.sha256,
    since: r.since_version,
    until: r.until_version,
    replacedBy: r.replaced_by,
  };
}
