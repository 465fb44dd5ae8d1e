/** Self-inspections with what they found and the numbers they used; what asking links of other sites gave. Runs are only ever added. */
export const inspections = `
create table inspections (
  agency text not null,
  id uuid not null,
  seq bigint generated always as identity,
  on_day date not null,
  trigger text not null check (trigger in ('demand', 'daily', 'command')),
  summary jsonb not null,
  results jsonb not null,
  "table" jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (agency, id)
);
create index inspections_latest on inspections (agency, seq desc);
create unique index inspections_daily on inspections (agency, on_day) where trigger = 'daily';
create table link_probes (
  agency text not null,
  url_hash bytea not null,
  url text not null,
  outcome text not null check (outcome in ('ok', 'dead', 'unreachable', 'refused')),
  detail text not null,
  checked_by text not null,
  checked_at timestamptz not null,
  primary key (agency, url_hash)
);
`;
