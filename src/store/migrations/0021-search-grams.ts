/**
 * What decides whether a document is found lies apart from what is shown of it: rows of a few bytes, so that counting and sorting all
 * matches reads little; texts that are compared character by character whole in their row where they are short. Both go with their document.
 * Nothing is carried over: what has no row here is read and folded again by whoever looks for what is missing; lists stay as they are.
 */
export const searchGrams = `
drop index search_documents_grams;
alter table search_documents
  drop column grams,
  drop column folded,
  drop column pinyin,
  add column no integer generated always as identity unique;
create table search_grams (
  no integer primary key references search_documents (no) on delete cascade,
  published_at timestamptz not null,
  grams tsvector not null
) with (toast_tuple_target = 128);
alter table search_grams alter column grams set storage extended;
create index search_grams_grams on search_grams using gin (grams) with (fastupdate = off);
create index search_grams_date on search_grams (published_at desc);
create table search_texts (
  no integer primary key references search_documents (no) on delete cascade,
  folded text not null,
  pinyin text not null
) with (toast_tuple_target = 8160);
alter table search_texts alter column folded set storage external, alter column pinyin set storage external;
`;
