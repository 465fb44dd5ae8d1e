import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';

type Json = Readonly<Record<string, unknown>>;

/** A schema, with every named one as a reference to the components. */
function schema(type: z.ZodType, io: 'input' | 'output', named: Record<string, unknown>): Json {
  const { $schema: _, $defs, ...own } = z.toJSONSchema(type, { target: 'draft-2020-12', io, reused: 'inline' }) as Record<string, unknown>;
  const relink = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as unknown;
  for (const [id, one] of Object.entries(($defs ?? {}) as Record<string, unknown>)) named[id] = relink(one);
  return relink(own) as Json;
}

function parameters(e: Endpoint, named: Record<string, unknown>): Json[] {
  const of = (place: 'path' | 'query', object: z.ZodObject): Json[] =>
    Object.entries(object.shape).map(([name, type]) => {
      const { description, ...rest } = schema(type as z.ZodType, 'output', named);
      const required = place === 'path' || !(type as z.ZodType).safeParse(undefined).success;
      return { name, in: place, required, ...(description ? { description } : {}), schema: rest };
    });
  const format: Json = {
    name: 'format',
    in: 'query',
    required: false,
    description: '返回的格式',
    schema: { type: 'string', enum: ['json', 'csv'], default: 'json' },
  };
  return [...of('path', e.params), ...of('query', e.query), ...(e.csv ? [format] : [])];
}

const problem = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function operation(e: Endpoint, named: Record<string, unknown>): Json {
  const csv = e.csv ? { 'text/csv': { schema: { type: 'string', description: e.csv.map(([label]) => label).join('，') } } } : {};
  return {
    summary: e.summary,
    operationId: e.path.replace(/[/{}]+(.)?/g, (_, c: string | undefined) => c?.toUpperCase() ?? ''),
    parameters: parameters(e, named),
    responses: {
      '200': {
        description: e.summary,
        headers: { ETag: { description: '内容的标记，可用于 If-None-Match', schema: { type: 'string' } } },
        content: { 'application/json': { schema: schema(e.answer, 'output', named) }, ...csv },
      },
      '304': { description: '内容没有变' },
      '400': problem('参数不对，或者有这里没有列出的参数'),
      '404': problem('没有这项内容'),
      '410': problem('已经撤回'),
      '429': problem('请求太频繁'),
    },
  };
}

/** The description of the public interface, OpenAPI 3.1; docs/openapi.json is this. */
export function openApi(): Json {
  const named: Record<string, unknown> = {};
  const paths = Object.fromEntries(ENDPOINTS.map((e) => [`/api/v1${e.path}`, { get: operation(e, named) }]));
  const problemSchema = {
    type: 'object',
    properties: { error: { type: 'string' }, advice: { type: 'string' }, basis: { type: 'array', items: { type: 'string' } } },
    required: ['error'],
  };
  return {
    openapi: '3.1.0',
    info: {
      title: '政府信息公开数据接口',
      version: '1',
      description:
        '已经公开的政府信息，供查询和再利用。只读，不需要登录。列表用 cursor 翻页：把上一页的 next 原样带上，直到它为 null。没有列出的参数一律拒绝（400），不会被忽略。',
    },
    paths,
    components: {
      schemas: { Problem: problemSchema, ...Object.fromEntries(Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1))) },
    },
  };
}
