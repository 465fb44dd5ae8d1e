/** Visits to the site's own address from outside, each with how long it took and whether the name has an IPv6 address. */
export const siteVisits = `
create table site_visits (
  agency text not null,
  no bigint generated always as identity,
  host text not null,
  visited_at timestamptz not null,
  outcome text not null check (outcome in ('ok', 'dead', 'unreachable', 'refused')),
  detail text not null,
  ms integer,
  ipv6 boolean,
  visited_by text not null,
  primary key (agency, no)
);
create index site_visits_when on site_visits (agency, visited_at);
`;
