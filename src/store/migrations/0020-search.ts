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
  line jsonb not null,
  shown text not null,
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
  alter column line set storage extended,
  alter column shown set storage extended;
create index search_documents_grams on search_documents using gin (grams) with (fastupdate = off);
create index search_documents_date on search_documents (published_at desc, agency desc, kind desc, id desc);
create index search_documents_agency on search_documents (agency, published_at desc, kind desc, id desc);
create table attachment_texts (
  agency text not null,
  sha256 bytea not null,
  text text not null,
  state text not null check (state in ('read', 'clipped', 'none', 'failed')),
  read_at timestamptz not null,
  primary key (agency, sha256)
);

-- Whatever the public may see was changed: every process that keeps pages is told when the change is there.
create function public_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('gongkai_public', '');
  return null;
end $$;
create trigger entries_public after insert or update or delete on publishing_entries for each statement execute function public_changed();
create trigger reports_public after insert or update or delete on reports for each statement execute function public_changed();
create trigger agencies_public after insert or update or delete on agencies for each statement execute function public_changed();
create trigger settings_public after insert or update or delete on settings for each statement execute function public_changed();
create trigger search_public after insert or update or delete on search_documents for each statement execute function public_changed();

-- A file was handed in: whoever reads texts out of files looks for what is not read yet.
create function files_waiting() returns trigger language plpgsql as $$
begin
  perform pg_notify('gongkai_files', '');
  return null;
end $$;
create trigger attachments_waiting after insert on item_attachments for each statement execute function files_waiting();

-- A document's page asks this and little else; kept as a function so that its plan is kept too. Null: the address was never given.
create function public_item(of_agency text, at_address text) returns jsonb language plpgsql stable as $$
begin
  return (
    select jsonb_build_object('attachment', a.attachment, 'life', to_jsonb(l), 'shown', to_jsonb(c) - 'plain',
      'attachments', (select jsonb_agg(to_jsonb(f) order by f.n) from item_attachments f where f.agency = l.agency and f.item = l.item),
      'steps', (select jsonb_agg(to_jsonb(s) order by s.n) from item_steps s
        where s.agency = l.agency and s.item = l.item and s.transition in ('publish', 'withdraw')))
    from item_addresses a
    join item_lives l on l.agency = a.agency and l.item = a.item
    join item_contents c on c.agency = l.agency and c.item = l.item and c.version = l.public_version
    where a.agency = of_agency and a.address = at_address);
end $$;
`;
