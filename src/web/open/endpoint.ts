import { z } from 'zod';
import type { WebDeps } from '../deps.ts';

/** A column of the CSV form: its head, and the field it takes. */
export type CsvColumn = readonly [label: string, field: string];

/** One address of the public interface, read by the server and by docs/openapi.json alike. */
export interface Endpoint {
  /** Under /api/v1, parameters as `{name}`. */
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly answer: z.ZodType;
  /** Null: JSON only. */
  readonly csv: readonly CsvColumn[] | null;
  /** Null: there is no such thing. Rows of the CSV are the answer's `items`, or the answer itself where it is a list. */
  readonly read: (
    deps: WebDeps,
    input: { readonly params: Record<string, string>; readonly query: Record<string, unknown> },
  ) => Promise<unknown>;
}

/** An endpoint with the types of its schemas known to its reader. */
export function endpoint<P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  e: Omit<Endpoint, 'params' | 'query' | 'answer' | 'read'> & {
    readonly params: P;
    readonly query: Q;
    readonly answer: A;
    readonly read: (deps: WebDeps, input: { readonly params: z.output<P>; readonly query: z.output<Q> }) => Promise<z.output<A> | null>;
  },
): Endpoint {
  return e as unknown as Endpoint;
}

export const NONE = z.object({});
export const AGENCY_CODE = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/);
