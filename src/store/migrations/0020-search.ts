/**
 * What is public and can be found, written in the transaction that publishes it; the texts read out of attachments. The texts lie apart from
 * their row (toast), so that counting and sorting hits reads little. Pending lists are off: what was published is found at once and fast.
 */
export const search = `
create table search_documents (
  agency text not null,
  kind text not null,
  id text not null,
  visibility text not null check (visibility in ('public', 'office', 'restricted')),
  columns text[] not null,
  type text,
  validity text check (validity in ('inForce', 'ended')),
  year integer not null,
  published_at timestamptz not null,
  clipped boolean not null,
  grams tsvector not null,
  folded text not null,
  pinyin text not null,
  shown jsonb not null,
  primary key (agency, kind, id)
) with (toast_tuple_target = 128);
alter table search_documents
  alter column agency set storage plain,
  alter column kind set storage plain,
  alter column id set storage plain,
  alter column columns set storage main,
  alter column grams set storage extended,
  alter column folded set storage external,
  alter column pinyin set storage external,
  alter column shown set storage extended;
create index search_documents_grams on search_documents using gin (grams) with (fastupdate = off);
create index search_documents_date on search_documents (published_at desc, agency, kind, id);
create table attachment_texts (
  agency text not null,
  sha256 bytea not null,
  text text not null,
  state text not null check (state in ('read', 'clipped', 'none', 'failed')),
  read_at timestamptz not null,
  primary key (agency, sha256)
);
`;
