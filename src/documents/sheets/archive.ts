import { inflateRawSync } from 'node:zlib';

/** What stops a reader on purpose; the message is for people. */
export class SheetUnreadable extends Error {
  readonly why: 'broken' | 'encrypted' | 'tooLarge' | 'unsupported' | 'empty';

  constructor(why: SheetUnreadable['why'], message: string) {
    super(message);
    this.why = why;
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly compressed: number;
  readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_ENTRIES = 5_000;
const broken = () => new SheetUnreadable('broken', '文件已损坏，不是完整的表格文件；请在表格软件里打开，另存为 .xlsx 再导入');

/** The members of a ZIP, inflated one at a time and only up to a limit in all: a bomb stops at the limit. */
export class Archive {
  readonly #bytes: Buffer;
  readonly #entries = new Map<string, Entry>();
  #left: number;

  /** `limit`: bytes that all members read may come to. Throws `SheetUnreadable`. */
  constructor(bytes: Uint8Array, limit: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#left = limit;
    try {
      this.#readDirectory();
    } catch (e) {
      throw e instanceof SheetUnreadable ? e : broken();
    }
  }

  #readDirectory(): void {
    const buffer = this.#bytes;
    const lowest = Math.max(0, buffer.length - 65_557);
    let end = buffer.length - 22;
    while (end >= lowest && buffer.readUInt32LE(end) !== END) end--;
    if (end < lowest || end < 0) throw broken();
    const count = buffer.readUInt16LE(end + 10);
    if (count > MAX_ENTRIES) throw new SheetUnreadable('tooLarge', `文件里有${count}个部件，超过${MAX_ENTRIES}个，不像一份登记表`);
    let at = buffer.readUInt32LE(end + 16);
    for (let i = 0; i < count; i++) {
      if (buffer.readUInt32LE(at) !== DIRECTORY) throw broken();
      const nameLength = buffer.readUInt16LE(at + 28);
      const name = buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
      this.#entries.set(name.toLowerCase(), {
        name,
        method: buffer.readUInt16LE(at + 10),
        flags: buffer.readUInt16LE(at + 8),
        compressed: buffer.readUInt32LE(at + 20),
        offset: buffer.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Every member's name as written. */
  names(): string[] {
    return [...this.#entries.values()].map((entry) => entry.name);
  }

  /** A member inflated; null when there is no such member. Throws `SheetUnreadable`. */
  bytes(name: string): Buffer | null {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return null;
    if (entry.flags & 1) throw new SheetUnreadable('encrypted', '文件加了密码；请取消密码后再导入');
    const bytes = this.#inflate(entry);
    this.#left -= bytes.length;
    return bytes;
  }

  /** A member's text; null when there is no such member. Throws `SheetUnreadable`. */
  text(name: string): string | null {
    const bytes = this.bytes(name);
    if (!bytes) return null;
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return new TextDecoder(encoding).decode(bytes);
  }

  #inflate(entry: Entry): Buffer {
    const buffer = this.#bytes;
    const tooLarge = () => new SheetUnreadable('tooLarge', '文件展开后太大；请删去不用的工作表和整列格式，或分成几个文件导入');
    try {
      if (buffer.readUInt32LE(entry.offset) !== LOCAL) throw broken();
      const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28);
      const data = buffer.subarray(start, start + entry.compressed);
      if (data.length < entry.compressed) throw broken();
      if (entry.method === 0) {
        if (data.length > this.#left) throw tooLarge();
        return data;
      }
      if (entry.method !== 8) throw broken();
      return inflateRawSync(data, { maxOutputLength: Math.max(1, this.#left) });
    } catch (e) {
      if (e instanceof SheetUnreadable) throw e;
      if (e instanceof Error && 'code' in e && e.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
      throw broken();
    }
  }
}
