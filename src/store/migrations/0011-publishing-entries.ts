/** The small lists of publishing (columns, places, duties, deliveries …): every version of every entry, the last one is what stands. */
export const publishingEntries = `
create table publishing_entries (
  agency text not null,
  kind text not null,
  id text not null,
  version integer not null,
  body jsonb not null,
  removed boolean not null,
  last boolean not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (agency, kind, id, version)
);
create unique index publishing_entries_last on publishing_entries (agency, kind, id) where last;
`;
