import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the portal's style sheets and scripts lie. */
export const ASSETS = join(import.meta.dirname, 'assets');

const urls = new Map<string, string>();

/** The hash that stands in an asset's address. */
export function assetHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}

/** The address of an asset with its hash, so that it can be kept for a year and a new one is fetched at once. */
export function assetUrl(name: string): string {
  let url = urls.get(name);
  if (!url) {
    url = `/assets/${name}?v=${assetHash(readFileSync(join(ASSETS, name)))}`;
    urls.set(name, url);
  }
  return url;
}
