import type { WebDeps } from '../deps.ts';
import { units } from '../portal/content/unit.ts';
import { ENDPOINTS } from './endpoints.ts';

/** Languages are named by the IRIs of the Library of Congress, as DCAT asks. */
const CHINESE = { '@id': 'http://id.loc.gov/vocabulary/iso639-1/zh' };

/** The catalogue of what can be had as data, DCAT 3 as JSON-LD: one dataset an address of lists, each as JSON and as CSV. */
export async function dcat(deps: WebDeps, origin: string): Promise<Record<string, unknown>> {
  const { name, organiser, contact } = deps.site();
  const [latest] = await deps.catalogue.after({}, null, 1);
  const makers = (await units(deps)).map((u) => ({
    '@type': 'foaf:Organization',
    'foaf:name': u.name,
    'foaf:page': { '@id': `${origin}/${u.code}` },
  }));
  const zh = (text: string) => ({ '@value': text, '@language': 'zh-CN' });
  const modified = latest && { 'dct:modified': { '@value': latest.publishedAt, '@type': 'xsd:dateTime' } };
  const publisher = { '@type': 'foaf:Organization', 'foaf:name': organiser };
  const lists = ENDPOINTS.filter((e) => e.csv && !e.path.includes('{'));
  const distribution = (path: string, format: 'json' | 'csv') => ({
    '@type': 'dcat:Distribution',
    'dcat:accessURL': { '@id': `${origin}/api/v1${path}${format === 'csv' ? '?format=csv' : ''}` },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${format === 'csv' ? 'text/csv' : 'application/json'}` },
    'dct:title': zh(format === 'csv' ? 'CSV 表格' : 'JSON 数据'),
  });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${origin}/api/v1/catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': zh(`${name}开放数据目录`),
    'dct:description': zh(`${name}已经公开的政府信息，可以按列表取得数据。`),
    'dct:language': CHINESE,
    'foaf:homepage': { '@id': `${origin}/` },
    'dct:publisher': publisher,
    ...modified,
    'dcat:service': {
      '@type': 'dcat:DataService',
      '@id': `${origin}/api/v1`,
      'dct:title': zh(`${name}开放数据接口`),
      'dcat:servesDataset': lists.map((e) => ({ '@id': `${origin}/api/v1${e.path}` })),
      'dcat:endpointURL': { '@id': `${origin}/api/v1` },
      'dcat:endpointDescription': { '@id': `${origin}/api/v1/openapi.json` },
    },
    'dcat:dataset': lists.map((e) => ({
      '@type': 'dcat:Dataset',
      '@id': `${origin}/api/v1${e.path}`,
      'dct:title': zh(e.summary),
      'dct:description': zh(`${e.summary}，JSON 和 CSV 两种格式，内容和公开页一致。`),
      'dct:language': CHINESE,
      'dcat:keyword': [zh('政府信息公开'), zh(e.summary)],
      'dcat:landingPage': { '@id': `${origin}/` },
      ...modified,
      ...(contact && { 'dcat:contactPoint': { '@type': 'vcard:Organization', 'vcard:fn': organiser, 'vcard:note': contact } }),
      'dct:identifier': e.path.slice(1),
      'dct:publisher': publisher,
      'dct:creator': makers,
      'dcat:distribution': [distribution(e.path, 'json'), distribution(e.path, 'csv')],
    })),
  };
}
