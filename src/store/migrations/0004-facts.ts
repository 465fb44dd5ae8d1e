/** The countable shadow and what keeps records from counting, what is declared about the registers, and what opens the first year. */
export const facts = `
create table facts (
  agency text not null,
  id bigint generated always as identity,
  kind text not null,
  dimensions jsonb not null,
  place text not null,
  happened_on date not null,
  quantity bigint not null,
  register text not null,
  unit text not null,
  record text not null,
  version integer not null,
  recorded_at timestamptz not null,
  reverses integer,
  primary key (agency, id)
);
comment on column facts.place is 'the dimensions in canonical order: what is grouped by';
comment on column facts.unit is 'the agency that keeps the record: the organ itself or an internal unit of it';
create index facts_count on facts (agency, kind, place, happened_on) include (quantity, recorded_at);
create index facts_record on facts (unit, register, record);

create table record_problems (
  agency text not null,
  unit text not null,
  register text not null,
  record text not null,
  n integer not null,
  rule text not null,
  says text not null,
  first_day date,
  last_day date,
  primary key (agency, unit, register, record, n)
);
create index record_problems_record on record_problems (unit, register, record);

create table declarations (
  agency text not null,
  id bigint generated always as identity,
  register text not null,
  from_day date not null,
  to_day date not null,
  state text not null check (state in ('kept', 'nil', 'notKept')),
  declared_by text not null,
  declared_on date not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (agency, id),
  check (from_day <= to_day)
);
create index declarations_register on declarations (agency, register);

create table opening_figures (
  agency text not null,
  year integer not null,
  id bigint generated always as identity,
  tables jsonb not null,
  evidence bytea,
  entered_by text not null,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (agency, year, id)
);
`;
