import type { CheckAnswer } from '../../../web/api/checkTypes.ts';
import type { ApiError } from '../../../web/api/consoleTypes.ts';

/** How the sending of one file ended. */
export type Sent =
  | { readonly answer: CheckAnswer }
  | { readonly problem: string }
  /** Too many at once: to be sent again after so many seconds. */
  | { readonly wait: number }
  | { readonly stopped: true };

function problemOf(request: XMLHttpRequest): string {
  if (request.status === 401) window.dispatchEvent(new Event('gongkai:signed-out'));
  try {
    const { error, advice } = JSON.parse(request.responseText) as ApiError;
    return `${error.replace(/。$/, '')}。${advice}`;
  } catch {
    return '没有查成，请再试一次。';
  }
}

/** Sends one file; tells how much of it has gone, from 0 to 1. */
export function sendFile(
  file: File,
  { fields, csrf }: { readonly fields: Readonly<Record<string, string>>; readonly csrf: string },
  onPart: (part: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  const { promise, resolve } = Promise.withResolvers<Sent>();
  const request = new XMLHttpRequest();
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  data.set('file', file);
  request.upload.addEventListener('progress', (e) => onPart(e.total > 0 ? e.loaded / e.total : 0));
  request.upload.addEventListener('load', () => onPart(1));
  request.addEventListener('load', () => {
    if (request.status === 200) resolve({ answer: JSON.parse(request.responseText) as CheckAnswer });
    else if (request.status === 429) resolve({ wait: Number(request.getResponseHeader('retry-after')) || 15 });
    else resolve({ problem: problemOf(request) });
  });
  request.addEventListener('error', () => resolve({ problem: '没有连上服务器，请检查网络再试。' }));
  request.addEventListener('abort', () => resolve({ stopped: true }));
  signal.addEventListener('abort', () => request.abort(), { once: true });
  request.open('POST', '/api/console/checks');
  request.setRequestHeader('x-gongkai-csrf', csrf);
  request.send(data);
  return promise;
}
