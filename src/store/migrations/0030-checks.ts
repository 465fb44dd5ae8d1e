/** Files an office had checked, with what was said of them, and what it decided to leave as it is. */
export const checks = `
create table checks (
  agency text not null,
  id uuid not null,
  seq bigint generated always as identity,
  file text not null,
  sha256 bytea not null,
  unit text,
  year integer,
  findings jsonb not null,
  doubts integer not null,
  previous_file text,
  made_by text not null,
  made_at timestamptz not null,
  primary key (agency, id)
);
create index checks_latest on checks (agency, seq desc);
create table check_waivers (
  agency text not null,
  id bigint generated always as identity,
  waiver jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (agency, id)
);
`;
