import type { ApiError, FieldProblem } from '../web/api/consoleTypes.ts';

/** A refusal or fault of the server, in words for people. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly advice: string;
  readonly basis: readonly string[];
  readonly fields: readonly FieldProblem[];
  constructor(status: number, body: Partial<ApiError>) {
    super(body.error ?? '没有连上服务器');
    this.status = status;
    this.advice = body.advice ?? '请检查网络，稍后再点一次；已填的内容没有丢。';
    this.basis = body.basis ?? [];
    this.fields = body.fields ?? [];
  }
}

let csrf = '';

/** Kept from `Me`; sent with every change. */
export function setCsrf(token: string): void {
  csrf = token;
}

async function answer<T>(response: Response): Promise<T> {
  const isJson = response.headers.get('content-type')?.includes('json');
  const body: unknown = isJson ? await response.json() : null;
  if (response.ok) return body as T;
  if (response.status === 401) window.dispatchEvent(new Event('gongkai:signed-out'));
  throw new ApiProblem(response.status, (body ?? {}) as Partial<ApiError>);
}

async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const isForm = body instanceof FormData;
  const headers: Record<string, string> = method === 'GET' ? {} : { 'x-gongkai-csrf': csrf };
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(`/api/console${path}`, {
      method,
      headers,
      body: isForm ? body : body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
    });
  } catch {
    throw new ApiProblem(0, {});
  }
  return answer<T>(response);
}

export const api = {
  get: <T>(path: string) => send<T>('GET', path),
  post: <T>(path: string, body: unknown) => send<T>('POST', path, body),
  put: <T>(path: string, body: unknown) => send<T>('PUT', path, body),
  delete: <T>(path: string) => send<T>('DELETE', path),
};

/** `?a=1&b=2`, leaving out what is empty. */
export function query(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(values))
    if (value !== null && value !== undefined && value !== '') parts.set(key, String(value));
  const text = parts.toString();
  return text ? `?${text}` : '';
}
