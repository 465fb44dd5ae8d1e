import { expandBytes } from '#documents/reading/expand.ts';
import { BOUNDS, MOST_IN_ALL } from './bounds.ts';
import type { Upload } from './upload.ts';

/** A file to read, or why it is not read. */
export type Source =
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly why: string; readonly message: string };

const LARGE = '文件太大；年报正文一般不到5 MB，请只提供年报本身。';

/** The files handed in, those of a ZIP each by itself, one at a time: a ZIP's members are inflated only as they are asked for. */
export function* sourcesIn(uploads: readonly Upload[]): Generator<Source> {
  let taken = 0;
  for (const upload of uploads) {
    if (upload.tooLarge) {
      yield { file: upload.name, why: 'tooLarge', message: LARGE };
      continue;
    }
    for (const found of expandBytes(upload.name, upload.bytes)) {
      if (++taken > MOST_IN_ALL) {
        yield { file: found.path, why: 'tooLarge', message: `一次最多查${MOST_IN_ALL}份，这一份起没有查，请分批提交。` };
        return;
      }
      if ('unreadable' in found) yield { file: found.path, why: found.unreadable.why, message: found.unreadable.message };
      else if (found.bytes.length > BOUNDS.fileBytes) yield { file: found.path, why: 'tooLarge', message: LARGE };
      else yield { file: found.path, bytes: found.bytes };
    }
  }
}
