/** Dated agencies, their successions, people, memberships, sessions. `-` is the agency of what belongs to the whole system. */
export const agenciesAndPeople = `
create table agencies (
  agency text not null,
  valid_from date,
  valid_to date,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('reportingOrgan', 'internalUnit', 'villageCommittee')),
  level text not null,
  parent text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  check (valid_to is null or valid_from is null or valid_from <= valid_to)
);
create unique index agencies_key on agencies (agency, valid_from) nulls not distinct;

create table successions (
  agency text not null,
  happened_on date not null,
  kind text not null check (kind in ('merger', 'split', 'renaming')),
  from_agencies text[] not null,
  to_agencies text[] not null,
  basis text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (agency, happened_on, kind)
);

create table people (
  id uuid primary key,
  account text not null,
  name text not null,
  password text,
  failures integer not null default 0,
  locked_until timestamptz,
  must_change boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null
);
create unique index people_account on people (lower(account));

create table memberships (
  agency text not null,
  person uuid not null references people (id),
  role text not null,
  valid_from date not null,
  valid_until date,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (agency, person, role, valid_from)
);
create index memberships_person on memberships (person);

create table sessions (
  token_hash bytea primary key,
  person uuid not null references people (id),
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_person on sessions (person);

create table settings (
  agency text not null,
  key text not null,
  value jsonb not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (agency, key)
);
`;
