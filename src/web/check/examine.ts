import { previousOf } from '#documents/checking/pairs.ts';
import type { Result } from '#documents/checking/result.ts';
import { expandBytes } from '#documents/reading/expand.ts';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import { check } from '#domain/checker/index.ts';
import type { Reading } from '#domain/report/model.ts';
import type { Upload } from './upload.ts';

/** Of a ZIP no more than this many files are read on the public page; the rest is told. */
export const MOST_IN_ALL = 60;

type Read = { readonly file: string; readonly reading: Reading } | Extract<Result, { readable: false }>;

function unread(file: string, why: string, message: string): Read {
  return { file, readable: false, why, message };
}

function* sources(uploads: readonly Upload[]): Generator<Read | { file: string; bytes: Uint8Array }> {
  let taken = 0;
  for (const upload of uploads) {
    if (upload.tooLarge) {
      yield unread(upload.name, 'tooLarge', '文件太大；年报正文一般不到5 MB，请只提供年报本身。');
      continue;
    }
    for (const found of expandBytes(upload.name, upload.bytes)) {
      if ('unreadable' in found) yield unread(found.path, found.unreadable.why, found.unreadable.message);
      else if (++taken > MOST_IN_ALL) {
        yield unread(found.path, 'tooLarge', `一次最多查${MOST_IN_ALL}份，这一份起没有查，请分批提交。`);
        break;
      } else yield { file: found.path, bytes: found.bytes };
    }
  }
}

/** Reads and checks what was handed in; a file that can't be read never stops the others. Last year's report of the same unit is found among them. */
export async function examine(uploads: readonly Upload[]): Promise<Result[]> {
  const read: Read[] = await Promise.all(
    [...sources(uploads)].map(async (source): Promise<Read> => {
      if (!('bytes' in source)) return source;
      const reading = await readReportFile(source.bytes, source.file);
      return isUnreadable(reading) ? unread(source.file, reading.why, reading.message) : { file: source.file, reading };
    }),
  );
  const readings = read.flatMap((r) => ('reading' in r ? [r.reading] : []));
  return read.map((r): Result => {
    if (!('reading' in r)) return r;
    const previous = previousOf(r.reading, readings);
    const previousFile = read.find((x) => 'reading' in x && x.reading === previous)?.file;
    const findings = check(r.reading, { previous });
    return { file: r.file, readable: true, reading: r.reading, findings, ...(previousFile ? { previousFile } : {}) };
  });
}
