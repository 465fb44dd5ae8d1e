import type { WebDeps } from '../deps.ts';
import { units } from '../portal/content/unit.ts';
import { ENDPOINTS } from './endpoints.ts';

/** The catalogue of what can be had as data, DCAT 3 as JSON-LD: one dataset an address of lists, each as JSON and as CSV. */
export async function dcat(deps: WebDeps, origin: string): Promise<Record<string, unknown>> {
  const { name, organiser } = deps.site();
  const [latest] = await deps.catalogue.after({}, null, 1);
  const makers = (await units(deps)).map((u) => ({
    '@type': 'foaf:Organization',
    'foaf:name': u.name,
    'foaf:page': { '@id': `${origin}/${u.code}` },
  }));
  const publisher = { '@type': 'foaf:Organization', 'foaf:name': organiser };
  const lists = ENDPOINTS.filter((e) => e.csv && !e.path.includes('{'));
  const distribution = (path: string, format: 'json' | 'csv') => ({
    '@type': 'dcat:Distribution',
    'dcat:accessURL': { '@id': `${origin}/api/v1${path}${format === 'csv' ? '?format=csv' : ''}` },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${format === 'csv' ? 'text/csv' : 'application/json'}` },
    'dct:format': format.toUpperCase(),
  });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${origin}/api/v1/catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': { '@value': `${name}开放数据目录`, '@language': 'zh-CN' },
    'dct:language': 'zh-CN',
    'dct:publisher': publisher,
    ...(latest ? { 'dct:modified': { '@value': latest.publishedAt, '@type': 'xsd:dateTime' } } : {}),
    'dcat:service': {
      '@type': 'dcat:DataService',
      'dcat:endpointURL': { '@id': `${origin}/api/v1` },
      'dcat:endpointDescription': { '@id': `${origin}/api/v1/openapi.json` },
    },
    'dcat:dataset': lists.map((e) => ({
      '@type': 'dcat:Dataset',
      '@id': `${origin}/api/v1${e.path}`,
      'dct:title': { '@value': e.summary, '@language': 'zh-CN' },
      'dct:identifier': e.path.slice(1),
      'dct:publisher': publisher,
      'dct:creator': makers,
      'dcat:distribution': [distribution(e.path, 'json'), distribution(e.path, 'csv')],
    })),
  };
}
