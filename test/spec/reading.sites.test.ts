import { describe, expect, it } from 'vitest';
import { isUnreadable, readReportFile } from '#documents/reading/read.ts';
import type { Reading } from '#domain/report/model.ts';
import { onSite, SITES, SPOILED } from './reading.sites.ts';
import { notRight, silentlyWrong, TRUTHS } from './reading.truth.ts';

async function read(page: string): Promise<Reading> {
  const reading = await readReportFile(new TextEncoder().encode(page), 'page.html');
  if (isUnreadable(reading)) throw new Error(reading.message);
  return reading;
}

describe('a report on the sites and in the editors that offices use', () => {
  it.each(Object.entries(SITES))('%s: every figure right', async (_, site) => {
    for (const t of TRUTHS) expect(notRight(await read(onSite(site, t)), t)).toEqual([]);
  });

  it.each(Object.entries(SPOILED))('%s: never another figure without a word', async (_, site) => {
    for (const t of TRUTHS) expect(silentlyWrong(await read(onSite(site, t)), t)).toEqual([]);
  });
});
