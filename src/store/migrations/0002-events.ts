/** The history: a hash chain per agency over sealed bytes, the keys of persons, counters of numbers. */
export const events = `
create table chains (
  agency text primary key,
  seq bigint not null,
  hash bytea not null
);

create table events (
  agency text not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  register text not null,
  record text not null,
  version integer not null,
  kind text not null,
  reason text not null,
  payload text not null,
  person_key text,
  previous bytea not null,
  hash bytea not null,
  primary key (agency, seq)
);
create index events_record on events (agency, register, record, version);
create index events_person on events (agency, person_key) where person_key is not null;

create table person_keys (
  agency text not null,
  person_key text not null,
  generation integer not null,
  wrapped bytea,
  created_at timestamptz not null,
  erased_at timestamptz,
  erased_by text,
  primary key (agency, person_key),
  check ((wrapped is null) = (erased_at is not null))
);

create table counters (
  agency text not null,
  register text not null,
  year integer not null,
  last integer not null,
  primary key (agency, register, year)
);
`;
