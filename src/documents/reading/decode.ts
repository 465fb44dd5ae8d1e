/** Share of characters that a Chinese text would not contain: replacement, private use, controls, rare scripts of a wrong decoding. */
function strangeness(text: string): number {
  const sample = text.slice(0, 200_000);
  if (sample === '') return 0;
  const strange = sample.match(/[\ufffd\u0000-\u0008\u000e-\u001f\u0080-\u009f\ue000-\uf8ff]/g)?.length ?? 0;
  return strange / sample.length;
}

/** Share of Chinese characters. */
function chineseShare(text: string): number {
  const sample = text.slice(0, 50_000);
  return sample === '' ? 0 : (sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0) / sample.length;
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return null;
}

/** UTF-16 without a mark: many zero bytes on one side (line ends, digits and spaces are ASCII). */
function bareUtf16(bytes: Uint8Array): string | null {
  const n = Math.min(bytes.length, 4000) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > n / 40 && odd > even * 4) return 'utf-16le';
  if (even > n / 40 && even > odd * 4) return 'utf-16be';
  return null;
}

/**
 * Bytes of a text as characters: by its byte order mark, as UTF-8 where it is valid, as UTF-16 by its zero bytes, else
 * GB 18030 (which includes GBK and GB 2312), else Big5.
 * @param declared the encoding the document itself names, tried before guessing
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = byMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const utf16 = bareUtf16(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  if (!utf8.includes('\ufffd')) return utf8;
  const gb = new TextDecoder('gb18030').decode(bytes);
  const named = declared ? decodeNamed(bytes, declared) : null;
  const big5 = new TextDecoder('big5').decode(bytes);
  const candidates = [named, gb, utf8, big5].filter((t) => t !== null);
  const score = (t: string): number => strangeness(t) * 10 - chineseShare(t) - (/[的公开政府信息年]/.test(t) ? 0.5 : 0);
  return candidates.reduce((best, t) => (score(t) < score(best) - 1e-9 ? t : best));
}

function decodeNamed(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}
