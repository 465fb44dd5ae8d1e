/** Frozen reports, their drafts, overruled figures, waivers; files; entered calendars; what the console keeps for people. */
export const reports = `
create table blobs (
  agency text not null,
  sha256 bytea not null,
  size bigint not null,
  primary key (agency, sha256)
);
create table chunks (
  agency text not null,
  sha256 bytea not null,
  n integer not null,
  bytes bytea not null check (length(bytes) <= 1048576),
  primary key (agency, sha256, n),
  foreign key (agency, sha256) references blobs (agency, sha256) on delete cascade
);
alter table chunks alter column bytes set storage external;
create table files (
  agency text not null,
  id uuid not null,
  sha256 bytea not null,
  name text not null,
  media_type text not null,
  visibility text not null check (visibility in ('public', 'office', 'restricted')),
  register text,
  record text,
  added_by text not null,
  added_at timestamptz not null,
  primary key (agency, id),
  foreign key (agency, sha256) references blobs (agency, sha256)
);
create index files_record on files (agency, register, record);

create table reports (
  agency text not null,
  year integer not null,
  version integer not null,
  kind text not null check (kind in ('submitted', 'corrected')),
  status text not null check (status in ('submitted', 'returned', 'published')),
  frozen jsonb not null,
  note text not null,
  submitted_by text not null,
  submitted_at timestamptz not null,
  published_at timestamptz,
  primary key (agency, year, version)
);
create table report_drafts (
  agency text not null,
  year integer not null,
  version integer not null,
  sections jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (agency, year)
);
create table report_approvals (
  agency text not null,
  year integer not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('system', 'paper')),
  compiled_hash text not null,
  signed_by text not null,
  signed_on date not null,
  evidence uuid,
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (agency, year, id)
);
create table overrides (
  agency text not null,
  year integer not null,
  id bigint generated always as identity,
  cell text not null,
  counted numeric,
  value numeric not null,
  reason text not null,
  made_by text not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (agency, year, id)
);
create table waivers (
  agency text not null,
  year integer not null,
  id bigint generated always as identity,
  finding text not null,
  compared text not null,
  reason text not null,
  made_by text not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (agency, year, id)
);

create table calendars (
  agency text not null,
  year integer not null,
  id bigint generated always as identity,
  holidays jsonb not null,
  entered_by uuid not null,
  entered_name text not null,
  entered_at timestamptz not null,
  confirmed_by uuid,
  confirmed_name text,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (agency, year, id),
  check (confirmed_by is null or confirmed_by <> entered_by)
);

create table import_mappings (
  agency text not null,
  register text not null,
  headers text not null,
  mapping jsonb not null,
  kept_by text not null,
  kept_at timestamptz not null,
  primary key (agency, register, headers)
);
create table saved_filters (
  agency text not null,
  person uuid not null references people (id),
  register text not null,
  name text not null,
  filter jsonb not null,
  primary key (agency, person, register, name)
);
`;
