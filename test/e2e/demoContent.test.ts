import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringContent } from '../../src/cli/demo/content.ts';
import { demoContent } from '../../src/demo/content/index.ts';
import type { Viewer } from '../../src/domain/people/policy.ts';
import { guideFindings } from '../../src/domain/publishing/guide.ts';
import { isRefusal, type Refusal } from '../../src/lib/result.ts';
import { openSite, type TestSite } from './site.ts';

let site: TestSite;
let reader: Viewer;

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer as T;
}

beforeAll(async () => {
  site = await openSite({ demo: true, clock: '2026-11-23T02:00:00Z', listen: false });
  await bringContent(site.app, () => undefined);
  const found = await site.app.stores.people.credential('sfz-jingban');
  if (!found) throw new Error('no clerk in the example');
  reader = await site.app.accounts.viewer(found.person);
});
afterAll(() => site?.close());

describe('the demo’s public content', () => {
  it('changes no figure of a report already published, and the counts agree with the registers', async () => {
    for (const [agency, year] of [
      ['cyz', 2023],
      ['sfz', 2022],
      ['sfz', 2023],
    ] as const) {
      const person = await site.app.stores.people.credential(`${agency}-shenhe`);
      if (!person) throw new Error(`no reviewer of ${agency} in the example`);
      const viewer = await site.app.accounts.viewer(person.person);
      const { differences, counted, versions } = done(await site.app.reports.workbench(viewer, agency, year));
      expect(differences).toEqual([]);
      expect(versions).toHaveLength(1);
      expect(counted.figures).toEqual(versions[0]?.frozen.figures);
    }
    expect(await site.app.stores.facts.reconcile(null)).toEqual([]);
  });

  it('fills every column of Article 20 and 21 that the township shows, and the guide is complete (Art. 12)', async () => {
    const counts = await site.app.catalogue.counts('sfz');
    const filled = counts.map((c) => c.column);
    const eight = Array.from({ length: 8 }, (_, i) => `key-${i + 1}`);
    const others = 'functions units leaders meetings personnel budget accounts policies normative notices'.split(' ');
    expect(filled).toEqual(expect.arrayContaining([...eight, ...others]));
    for (const { office } of demoContent()) expect(guideFindings(office.guide)).toEqual([]);
  });

  it('shows every turn of a document’s life: changed, abolished, withdrawn, on the desk', async () => {
    const { items: lines } = done(await site.app.publishing.items.list(reader, { agencies: ['sfz'], size: 100 }));
    const lives = lines.map((l) => `${l.life.work}/${l.life.public}`);
    for (const life of [
      'published/inForce',
      'published/abolished',
      'published/withdrawn',
      'draft/never',
      'attributed/never',
      'approved/never',
    ])
      expect(lives).toContain(life);
    expect(lines.some((l) => l.life.public === 'inForce' && (l.life.publicVersion ?? 1) > 1)).toBe(true);
  });

  it('dates every document after the years reported on and says that it is an example', () => {
    for (const { content } of demoContent().flatMap((c) => c.documents)) {
      expect(content.formedOn > '2023-12-31').toBe(true);
      expect(content.body).toContain('演示内容');
    }
  });

  it('on a day before some of them brings only those that were there by then', async () => {
    const early = await openSite({ demo: true, clock: '2025-07-01T02:00:00Z', listen: false });
    try {
      await bringContent(early.app, () => undefined);
      const { items: lines } = done(await early.app.publishing.items.list(reader, { agencies: ['sfz'], size: 100 }));
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect((line.formedOn ?? '') <= '2025-07-01').toBe(true);
    } finally {
      await early.close();
    }
  });
});
