/**
 * Checks as the versions of a report: what was read is kept, so that a figure in doubt can be settled and last year's report be found;
 * files that could not be read are kept with the reason; a waiver may end on a day.
 */
export const checkReports = `
alter table checks
  add column level text,
  add column unread text,
  add column reading jsonb,
  add column doubt_list jsonb not null default '[]',
  add column choices jsonb not null default '[]',
  add column previous_id uuid,
  add column errors integer not null default 0,
  add column warnings integer not null default 0,
  add column infos integer not null default 0,
  add column report text generated always as (
    case when unit is null or year is null then 'file:' || file else unit || ':' || year::text end
  ) stored;
update checks set
  errors = (select count(*) from jsonb_array_elements(findings) f where f->>'severity' = 'error'),
  warnings = (select count(*) from jsonb_array_elements(findings) f where f->>'severity' = 'warning'),
  infos = (select count(*) from jsonb_array_elements(findings) f where f->>'severity' = 'info');
create index checks_of_report on checks (agency, md5(report), seq);
alter table check_waivers add column until date;
`;
