import { expect, it } from 'vitest';
import { agencyTree } from '#domain/agencies/tree.ts';
import type { WebDeps } from '../deps.ts';
import { dcat } from './dcat.ts';

const ORIGIN = 'https://www.example.gov.cn';
const COUNTY = { code: 'slx', name: '示例县人民政府', shortName: '示例县', kind: 'reportingOrgan', level: 'county', parent: null } as const;

function deps(contact: string): WebDeps {
  return {
    site: () => ({ name: '示例网站', organiser: '示例县人民政府', contact }),
    today: () => '2026-11-23',
    agencies: { tree: async () => agencyTree([{ ...COUNTY, from: null, to: null }]) },
    catalogue: { after: async () => [{ publishedAt: '2026-11-20T01:00:00.000Z' }] },
  } as unknown as WebDeps;
}

type Node = Readonly<Record<string, unknown>>;
const nodes = (value: unknown): Node[] =>
  Array.isArray(value)
    ? value.flatMap(nodes)
    : value !== null && typeof value === 'object'
      ? [value as Node, ...Object.values(value).flatMap(nodes)]
      : [];
/** What DCAT 3 and its application profile ask of each kind, or recommend. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'dcat:Catalog': [
    'dct:title',
    'dct:description',
    'dct:publisher',
    'dct:language',
    'dct:modified',
    'foaf:homepage',
    'dcat:dataset',
    'dcat:service',
  ],
  'dcat:Dataset': [
    'dct:title',
    'dct:description',
    'dct:identifier',
    'dct:publisher',
    'dct:modified',
    'dcat:keyword',
    'dcat:contactPoint',
    'dcat:distribution',
  ],
  'dcat:Distribution': ['dct:title', 'dcat:accessURL', 'dcat:mediaType'],
  'dcat:DataService': ['dct:title', 'dcat:endpointURL', 'dcat:endpointDescription', 'dcat:servesDataset'],
};

it('the catalogue says of everything in it what DCAT asks for', async () => {
  const all = nodes(await dcat(deps('000-00000000'), ORIGIN));
  for (const [type, names] of Object.entries(ASKED)) {
    const found = all.filter((n) => n['@type'] === type);
    expect([type, found.length > 0]).toEqual([type, true]);
    for (const n of found) expect([type, names.filter((name) => n[name] === undefined)]).toEqual([type, []]);
  }
});

it('names languages, media types and addresses by IRIs, and every dataset the service serves is in the catalogue', async () => {
  const catalogue = await dcat(deps('000-00000000'), ORIGIN);
  const all = nodes(catalogue);
  for (const key of ['dct:language', 'dcat:mediaType', 'dcat:accessURL', 'dcat:endpointURL', 'dcat:landingPage', 'foaf:homepage'])
    for (const value of all.flatMap((n) => n[key] ?? []))
      expect([key, String((value as Node)['@id'])]).toEqual([key, expect.stringMatching(/^https?:\/\//)]);
  const ids = (list: unknown) => (list as readonly Node[]).map((n) => n['@id']);
  expect(ids((catalogue['dcat:service'] as Node)['dcat:servesDataset'])).toEqual(ids(catalogue['dcat:dataset']));
});

it('without a contact set it names none', async () => {
  expect(nodes(await dcat(deps(''), ORIGIN)).filter((n) => 'dcat:contactPoint' in n)).toEqual([]);
});
