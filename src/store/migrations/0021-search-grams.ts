/**
 * What decides whether a document is found lies apart from what is shown of it: rows of a few bytes, so that counting and sorting all
 * matches reads little; texts that are compared character by character whole in their row where they are short. Both go where their document goes.
 * Nothing is carried over: what has no row here is read and folded again by whoever looks for what is missing; lists stay as they are.
 */
export const searchGrams = `
drop index search_documents_grams;
alter table search_documents
  drop column grams,
  drop column folded,
  drop column pinyin,
  add column no integer generated always as identity,
  add unique (agency, no);
create index search_documents_no on search_documents (no);
create table search_grams (
  agency text not null,
  no integer not null,
  published_at timestamptz not null,
  grams tsvector not null,
  primary key (agency, no),
  foreign key (agency, no) references search_documents (agency, no) on delete cascade
) with (toast_tuple_target = 128);
alter table search_grams alter column agency set storage plain, alter column grams set storage extended;
create index search_grams_grams on search_grams using gin (grams) with (fastupdate = off);
create index search_grams_date on search_grams (published_at desc);
create table search_texts (
  agency text not null,
  no integer not null,
  folded text not null,
  pinyin text not null,
  primary key (agency, no),
  foreign key (agency, no) references search_documents (agency, no) on delete cascade
) with (toast_tuple_target = 8160);
alter table search_texts alter column agency set storage plain, alter column folded set storage external, alter column pinyin set storage external;
create index search_texts_no on search_texts (no);
`;
