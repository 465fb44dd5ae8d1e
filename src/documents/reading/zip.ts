import { crc32, inflateRawSync } from 'node:zlib';
import { ReadingStopped } from './fault.ts';

/** A member of a ZIP as its directory lists it. */
export interface ZipEntry {
  /** As stored, decoded, with `/`; not to be used as a path. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressed: number;
  readonly crc: number;
  readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 20_000;

const broken = (): ReadingStopped => new ReadingStopped('broken', '压缩包或文件已损坏，不完整；请重新导出或重新上传。');

function nameOf(bytes: Buffer, utf8: boolean): string {
  const text = bytes.toString('utf8');
  const name = utf8 || !text.includes('\ufffd') ? text : new TextDecoder('gb18030').decode(bytes);
  return name.replaceAll('\\', '/');
}

/** The members of a ZIP. They are inflated one at a time and, together, only up to a limit: a bomb stops there. */
export class ZipFile {
  readonly entries: readonly ZipEntry[];
  readonly #bytes: Buffer;
  #left: number;

  /** @param limit bytes that all members read may come to. Throws `ReadingStopped`. */
  constructor(bytes: Uint8Array, limit: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#left = limit;
    try {
      this.entries = this.#directory();
    } catch (fault) {
      throw fault instanceof ReadingStopped ? fault : broken();
    }
  }

  #directory(): ZipEntry[] {
    const b = this.#bytes;
    let end = b.length - 22;
    const lowest = Math.max(0, b.length - 65_557);
    while (end >= lowest && b.readUInt32LE(end) !== END) end--;
    if (end < lowest || end < 0) throw broken();
    const count = b.readUInt16LE(end + 10);
    if (count > MOST_ENTRIES) throw new ReadingStopped('tooLarge', `压缩包里有${count}个文件，超过${MOST_ENTRIES}个；请分成几个压缩包。`);
    const out: ZipEntry[] = [];
    for (let i = 0, at = b.readUInt32LE(end + 16); i < count; i++) {
      if (b.readUInt32LE(at) !== DIRECTORY) throw broken();
      const flags = b.readUInt16LE(at + 8);
      const length = b.readUInt16LE(at + 28);
      out.push({
        name: nameOf(b.subarray(at + 46, at + 46 + length), (flags & 0x800) !== 0),
        method: b.readUInt16LE(at + 10),
        encrypted: (flags & 1) !== 0,
        crc: b.readUInt32LE(at + 16),
        compressed: b.readUInt32LE(at + 20),
        offset: b.readUInt32LE(at + 42),
      });
      at += 46 + length + b.readUInt16LE(at + 30) + b.readUInt16LE(at + 32);
    }
    return out;
  }

  entry(name: string): ZipEntry | undefined {
    return this.entries.find((e) => e.name.toLowerCase() === name.toLowerCase());
  }

  /** A member's bytes, at most `most`. Throws `ReadingStopped` where it is encrypted, broken or past a limit. */
  read(entry: ZipEntry, most = Number.MAX_SAFE_INTEGER): Buffer {
    if (entry.encrypted) throw new ReadingStopped('encrypted', '压缩包设有密码；请去掉密码后再提供。');
    const b = this.#bytes;
    try {
      if (b.readUInt32LE(entry.offset) !== LOCAL) throw broken();
      const start = entry.offset + 30 + b.readUInt16LE(entry.offset + 26) + b.readUInt16LE(entry.offset + 28);
      const data = b.subarray(start, start + entry.compressed);
      if (data.length < entry.compressed) throw broken();
      if (entry.method !== 0 && entry.method !== 8) throw new ReadingStopped('unsupported', '压缩方法不支持；请用普通的ZIP格式重新压缩。');
      const limit = Math.max(1, Math.min(this.#left, most));
      const out = entry.method === 0 ? data : inflateRawSync(data, { maxOutputLength: limit });
      if (out.length > limit) throw tooLarge();
      // A changed bit could be a changed figure.
      if (crc32(out) !== entry.crc) throw broken();
      this.#left -= out.length;
      return out;
    } catch (fault) {
      if (fault instanceof ReadingStopped) throw fault;
      if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
      throw broken();
    }
  }

  /** A member's bytes by its name; null when there is none of that name. Throws `ReadingStopped`. */
  part(name: string): Buffer | null {
    const entry = this.entry(name);
    return entry ? this.read(entry) : null;
  }

  /** A member's text as UTF-8 or UTF-16; null when there is none of that name. */
  text(name: string): string | null {
    const bytes = this.part(name);
    if (!bytes) return null;
    return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
  }
}

function tooLarge(): ReadingStopped {
  return new ReadingStopped('tooLarge', '文件展开后太大，可能是恶意的压缩文件；请只提供年报本身。');
}
