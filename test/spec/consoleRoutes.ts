/** A body or address that gets past the validation of each route: what is asked is whether the person may. */
export const GIVEN: Readonly<Record<string, Record<string, unknown>>> = {
  'POST /registers/:register': { drafts: [{ values: { title: '试' } }] },
  'POST /registers/:register/:number/void': { reason: '试', basedOn: 999 },
  'POST /registers/:register/:number/reveal': { reason: '试' },
  'POST /declarations': { register: 'tickets', from: '2020-01-01', to: '2020-01-31', state: 'notKept' },
  'PUT /reports/:agency/:year/draft': { basedOn: 999, sections: [] },
  'POST /reports/:agency/:year/override': { cell: 'requests/9/total', value: 1, reason: '试' },
  'POST /reports/:agency/:year/waive': { finding: 'none', reason: '试' },
  'POST /reports/:agency/:year/unwaive': { finding: 'none' },
  'POST /reports/:agency/:year/approve': {},
  'POST /reports/:agency/:year/submit': { signedBy: '', signedOn: '2024-01-10', approval: { kind: 'system' } },
  'POST /reports/:agency/:year/correct': { signedBy: '', signedOn: '2024-01-10', approval: { kind: 'system' } },
  'POST /reports/:agency/:year/note': { note: '试' },
  'POST /reports/:agency/:year/publish': { version: 99 },
  'POST /reports/:agency/:year/return': { note: '试' },
  'GET /checks/matrix': { year: '2025' },
  'GET /checks/matrix/export': { year: '2025' },
  'POST /people': { name: '试', account: 'x', password: 'weak', role: 'clerk' },
  'POST /people/:person/end': { role: 'clerk' },
  'POST /people/:person/grant': { role: 'clerk' },
  'POST /agencies': { code: 'cyz', kind: 'internalUnit', level: 'township', name: '试', shortName: '试', from: null },
  'POST /agencies/change': { name: '', shortName: '', parent: null, from: null, basis: '' },
  'POST /agencies/end': { to: '2026-02-30' },
  'POST /agencies/above': { code: 'cyz', name: '试', shortName: '试', from: null, account: 'x', person: '试' },
  'GET /reports/:agency/:year/records': { figure: 'requests/1/total' },
  'PUT /inspection/table': { limits: { home: 0 }, points: {}, source: '试' },
  'POST /publishing/items': { change: { title: '试' } },
  'GET /publishing/item': { item: 'none' },
  'PUT /publishing/item': { item: 'none', change: {}, basedOn: 0 },
  'POST /publishing/item/step': { item: 'none', name: 'publish', command: {}, basedOn: 0 },
  'GET /publishing/item/check': { item: 'none' },
  'GET /publishing/item/versions': { item: 'none' },
  'GET /publishing/item/difference': { item: 'none', before: 1, after: 2 },
  'POST /publishing/item/detach': { item: 'none', n: 1, basedOn: 0 },
  'GET /publishing/item/print': { item: 'none', form: 'approval' },
  'GET /publishing/item/county': { item: 'none' },
  'GET /publishing/county': { items: 'none', format: 'zip' },
  'GET /publishing/delivery/print': { id: 'none' },
  'GET /publishing/file': { id: '00000000-0000-4000-8000-000000000000' },
  'POST /publishing/outside/down': { item: 'none', number: 'none', on: '2026-11-01', reason: '试', basedOn: 0 },
  'POST /publishing/entries/:kind': { body: {} },
  'POST /publishing/entries/:kind/remove': { id: 'none', basedOn: 1, reason: '试' },
  'POST /publishing/duties/ship': { list: 'statutory' },
  'POST /publishing/duties/import': { field: '试', rows: [], apply: false },
  'POST /publishing/submissions/return': { id: 'none', reason: '试' },
  'POST /publishing/submissions/take': { unit: 'of the agency', id: 'none' },
  'POST /publishing/item/version/hide': { item: 'none', version: 1, reason: '试' },
  'POST /publishing/item/version/show': { item: 'none', version: 1, reason: '试' },
  'POST /publishing/filters': { name: '试', query: null },
  'GET /publishing/standings/export': { sheet: 'units' },
  'GET /publishing/guide/difference': { before: 1, after: 2 },
  'GET /publishing/document': { number: 'none' },
  'POST /publishing/document/review': { number: 'none', body: {} },
  'POST /publishing/document/review/remove': { number: 'none', id: 'none', basedOn: 1, reason: '试' },
  'POST /publishing/document/cleanup': { documents: [{ number: 'none', version: 0 }], body: {} },
  'POST /publishing/document/link': { number: 'none', item: null, basedOn: 0 },
  'POST /publishing/document/item': { number: 'none' },
  'POST /publishing/interpretation/draft': { document: 'none', form: 'text' },
  'POST /publishing/interpretation/link': { document: 'none', form: 'text', item: 'none' },
  'POST /publishing/picture/preview': { body: {} },
  'POST /publishing/picture/show': { document: 'none', id: 'none' },
};

/** A route's path with an agency and things that are not there. */
export function address(path: string, agency: string): string {
  return path
    .replace(':register', 'items')
    .replace(':number', 'cyz-none')
    .replace(':agency', agency)
    .replace(':year', '2025')
    .replace(':format', 'json')
    .replace(':id', '00000000-0000-4000-8000-000000000000')
    .replace(':kind', 'place')
    .replace(':person', '00000000-0000-4000-8000-000000000000');
}
