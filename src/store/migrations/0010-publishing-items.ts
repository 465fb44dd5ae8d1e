/** The content of items: versions, life, steps, attachments, addresses. Content versions, steps and addresses are only ever added. */
export const publishingItems = `
create table item_contents (
  agency text not null,
  item text not null,
  version integer not null,
  title text not null,
  body text not null,
  plain text not null,
  summary text not null,
  formed_on date,
  document_number text not null,
  maker text not null,
  handler text not null,
  "column" text,
  topic text not null,
  genre text not null,
  keywords text[] not null,
  effective_on date,
  valid_until date,
  village boolean not null,
  reprint boolean not null,
  particulars jsonb not null,
  note text not null,
  saved_by text not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (agency, item, version),
  foreign key (agency, item) references items (agency, number)
);

create table item_lives (
  agency text not null,
  item text not null,
  work text not null check (work in ('draft', 'attributed', 'referred', 'cleared', 'reviewed', 'approved', 'scheduled', 'published', 'kept')),
  public text not null check (public in ('never', 'inForce', 'abolished', 'expired', 'withdrawn')),
  portal boolean not null,
  version integer not null,
  public_version integer,
  authors jsonb not null,
  mode text check (mode in ('proactive', 'onRequest', 'closed')),
  mode_reason text not null,
  mode_ground text,
  scheduled_for timestamptz,
  first_published_at timestamptz,
  published_at timestamptz,
  ended_on date,
  ended_reason text not null,
  revision integer not null,
  primary key (agency, item),
  foreign key (agency, item, version) references item_contents (agency, item, version),
  foreign key (agency, item, public_version) references item_contents (agency, item, version),
  check ((public = 'never') = (public_version is null)),
  check ((work = 'scheduled') = (scheduled_for is not null))
);
create index item_lives_public on item_lives (agency, public, published_at desc) where public_version is not null;
create index item_lives_scheduled on item_lives (scheduled_for) where work = 'scheduled';

create table item_steps (
  agency text not null,
  item text not null,
  n integer not null,
  transition text not null,
  from_work text not null,
  to_work text not null,
  public_to text not null,
  version integer not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  sign_off jsonb,
  opinion text not null,
  reason text not null,
  on_day date,
  primary key (agency, item, n),
  foreign key (agency, item) references item_lives (agency, item)
);

create table item_attachments (
  agency text not null,
  item text not null,
  n integer not null,
  file uuid not null,
  title text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  since_version integer not null,
  until_version integer,
  replaced_by integer,
  primary key (agency, item, n),
  foreign key (agency, item) references item_lives (agency, item)
);
create index item_attachments_file on item_attachments (agency, file);

create table item_addresses (
  agency text not null,
  address text not null,
  item text not null,
  attachment integer,
  given_at timestamptz not null,
  primary key (agency, address),
  foreign key (agency, item) references item_lives (agency, item)
);
create index item_addresses_item on item_addresses (agency, item);
`;
