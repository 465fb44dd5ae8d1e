import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const br = promisify(brotliCompress);
const gz = promisify(gzip);

/** Bytes ready to be sent, compressed once. */
export interface ReadyBody {
  readonly type: string;
  /** Strong, quoted; the compressed forms carry it with their own suffix. */
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

/** Shorter bodies are not worth compressing. */
const WORTH = 900;

const ETAG_LENGTH = 22;

/** A body as it is, not compressed. */
function plainBody(type: string, content: string | Uint8Array): ReadyBody {
  const plain = Buffer.from(content);
  const etag = hash('sha256', plain, 'base64url').slice(0, ETAG_LENGTH);
  return { type, etag, plain, gzip: null, brotli: null };
}

/** Compresses a body once, for every answer that follows. */
export async function readyBody(type: string, content: string | Uint8Array): Promise<ReadyBody> {
  return compressed(plainBody(type, content));
}

async function compressed(body: ReadyBody): Promise<ReadyBody> {
  const { type, etag, plain } = body;
  if (plain.length < WORTH) return body;
  const [zipped, brotli] = await Promise.all([
    gz(plain, { level: 8 }),
    br(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
  ]);
  return { type, etag, plain, gzip: zipped, brotli };
}

/** True where a client has this body already, in whichever form. */
export function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  // Cut at the commas alone: blanks around them, however many, are looked at once.
  return header === '*' || header.split(',').some((k) => k.trim().replace(/^W\//, '').startsWith(`"${etag}`));
}

/** Sends a ready body in the form the client takes; 304 where it has it already. */
export function sendReady(request: FastifyRequest, reply: FastifyReply, body: ReadyBody, cacheControl: string): FastifyReply {
  const accepted = request.headers['accept-encoding'] ?? '';
  const [bytes, encoding] =
    body.brotli && /\bbr\b/.test(accepted)
      ? ([body.brotli, 'br'] as const)
      : body.gzip && /\bgzip\b/.test(accepted)
        ? ([body.gzip, 'gzip'] as const)
        : ([body.plain, ''] as const);
  const etag = `"${body.etag}${encoding && `-${encoding}`}"`;
  reply.header('etag', etag).header('cache-control', cacheControl).header('vary', 'accept-encoding, cookie');
  if (isKnown(request.headers['if-none-match'], body.etag)) return reply.code(304).send();
  if (encoding) reply.header('content-encoding', encoding);
  return reply.type(body.type).send(bytes);
}

const MOST_BYTES = 48 * 1024 * 1024;
const MOST_ADDRESSES = 20_000;
/** An address of ours is shorter; one that somebody made long takes no room. */
const LONGEST_ADDRESS = 500;

interface KeptPage {
  body: ReadyBody;
  readonly at: number;
  size: number;
  /** Asked for again since it was made. */
  asked: boolean;
}

/** Public pages kept as they are sent. What is older than `maxAgeMs` is made anew; a publication empties it at once. */
export class PageCache {
  readonly #pages = new Map<string, KeptPage>();
  /** What was last sent at an address: its tag, and the page it is of. */
  readonly #sent = new Map<string, { readonly key: string; readonly etag: string }>();
  readonly #now: () => number;
  readonly #maxAgeMs: number;
  #bytes = 0;
  #emptied = 0;

  constructor(maxAgeMs: number, now: () => number = Date.now) {
    this.#maxAgeMs = maxAgeMs;
    this.#now = now;
  }

  /**
   * The page of a key, made by `make` when it is not kept. Null from `make` is not kept: a page that does not exist takes no room.
   * @param key null: made for this answer alone
   */
  async page(key: string | null, make: () => Promise<string | null>, type = 'text/html; charset=utf-8'): Promise<ReadyBody | null> {
    const kept = key === null ? undefined : this.#pages.get(key);
    if (key !== null && kept && this.#now() - kept.at < this.#maxAgeMs) {
      if (!kept.asked) void this.#compress(key, kept);
      kept.asked = true;
      return kept.body;
    }
    const emptied = this.#emptied;
    const text = await make();
    if (text === null) return null;
    const body = plainBody(type, text);
    // Made from what stood before a change that came meanwhile: answered once, not kept.
    if (key !== null && emptied === this.#emptied) this.#keep(key, body);
    return body;
  }

  /** Notes what an address was answered with, so that who has it already can be told so at once. */
  sent(address: string, key: string, etag: string): void {
    if (address.length > LONGEST_ADDRESS) return;
    if (this.#sent.size >= MOST_ADDRESSES) this.#sent.clear();
    if (this.#pages.has(key)) this.#sent.set(address, { key, etag });
  }

  /** The tag of what an address is answered with while its page is kept; null: it must be asked for. */
  tagAt(address: string): string | null {
    const sent = this.#sent.get(address);
    const kept = sent && this.#pages.get(sent.key);
    return kept && kept.body.etag === sent.etag && this.#now() - kept.at < this.#maxAgeMs ? sent.etag : null;
  }

  /** Forgets every page. */
  clear(): void {
    this.#pages.clear();
    this.#sent.clear();
    this.#emptied += 1;
    this.#bytes = 0;
  }

  #keep(key: string, body: ReadyBody): void {
    this.#drop(key);
    const size = body.plain.length + (body.gzip?.length ?? 0) + (body.brotli?.length ?? 0);
    this.#pages.set(key, { body, at: this.#now(), size, asked: false });
    this.#bytes += size;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#drop(oldest);
    }
  }

  /** A page asked for a second time is worth compressing; the first answer does not wait for it. */
  async #compress(key: string, kept: KeptPage): Promise<void> {
    const body = await compressed(kept.body).catch(() => kept.body);
    if (this.#pages.get(key) !== kept) return;
    const more = (body.gzip?.length ?? 0) + (body.brotli?.length ?? 0);
    kept.body = body;
    kept.size += more;
    this.#bytes += more;
  }

  #drop(key: string): void {
    this.#bytes -= this.#pages.get(key)?.size ?? 0;
    this.#pages.delete(key);
  }
}
