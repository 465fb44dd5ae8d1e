/** Address and title of a document in its own row: a list of twenty reads no text that lies apart. */
export const searchLines = `
alter table search_documents
  add column url text not null generated always as (line ->> 'url') stored,
  add column title text not null generated always as (line ->> 'title') stored;
alter table search_documents alter column url set storage main, alter column title set storage main;
`;
