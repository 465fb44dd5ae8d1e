import type { FastifyRequest } from 'fastify';
import { storable } from '#domain/publishing/storable.ts';
import { HttpProblem } from '../plugins/errors.ts';

/** A file somebody handed in, held in memory while it is read. */
export interface Upload {
  /** The form's field it was chosen in. */
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Set where the file alone was too large; its bytes are not kept. */
  readonly tooLarge: boolean;
}

export interface UploadBounds {
  readonly files: number;
  readonly fileBytes: number;
  readonly allBytes: number;
  /** Whether so many bytes more may be held; always, where it is not asked. */
  readonly take?: (bytes: number) => boolean;
}

const LONGEST_NAME = 120;

/** A file's name of so many characters at most, cut before its ending and never within a character. */
export function shortened(name: string, most: number): string {
  const characters = [...name];
  if (characters.length <= most) return name;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  return `${characters.slice(0, most - ending.length).join('')}${ending}`;
}

/** A file's own name as it may be shown: no folders, no control or direction characters, not too long. */
export function shownName(name: string | undefined): string {
  const last = (name ?? '').toWellFormed().replaceAll('\\', '/').split('/').at(-1) ?? '';
  return shortened(last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim(), LONGEST_NAME) || '未命名文件';
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

/** What a form with files brought. */
interface Received {
  readonly files: Upload[];
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads a form with files into memory within bounds; text fields too. An empty file field is no file. */
export async function readUploads(request: FastifyRequest, bounds: UploadBounds): Promise<Received> {
  try {
    return await receive(request, bounds);
  } catch (fault) {
    if (fault instanceof HttpProblem || (fault instanceof Error && 'statusCode' in fault)) throw fault;
    // The form breaks off or is none: whoever sent it has to send it again.
    request.log.info(fault);
    throw new HttpProblem(400, '上传的内容不完整', '可能是网络断了。请回到上一页，重新选择文件再传一次。');
  }
}

async function receive(request: FastifyRequest, bounds: UploadBounds): Promise<Received> {
  if (!request.isMultipart()) throw new HttpProblem(415, '没有收到文件', '请用页面上的表单选择文件。');
  const over = new HttpProblem(413, `一次提交超过了${megabytes(bounds.allBytes)} MB`, '请分几次提交。');
  if (Number(request.headers['content-length'] ?? 0) > bounds.allBytes + 1024 * 1024) throw over;
  const files: Upload[] = [];
  const fields = new Map<string, string>();
  let all = 0;
  // One file more than allowed is taken, so that it can be told.
  for await (const part of request.parts({ limits: { files: bounds.files + 1, fileSize: bounds.fileBytes + 1 } })) {
    if (part.type === 'field') {
      fields.set(part.fieldname, storable(String(part.value)));
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      all += chunk.length;
      if (all > bounds.allBytes) throw over;
      if (bounds.take?.(chunk.length) === false) throw new HttpProblem(503, '现在提交的大文件多', '请过一会儿再提交；这次的文件没有保存。');
      chunks.push(chunk);
    }
    const tooLarge = part.file.truncated;
    const bytes = tooLarge ? Buffer.alloc(0) : Buffer.concat(chunks);
    if (!part.filename && bytes.length === 0) continue;
    files.push({ field: part.fieldname, name: shownName(part.filename), bytes, tooLarge });
    if (files.length > bounds.files) throw new HttpProblem(413, `一次最多${bounds.files}个文件`, '请分几次提交，或打成 ZIP。');
  }
  return { files, fields };
}
