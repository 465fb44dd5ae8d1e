import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringContent } from '../../src/cli/demo/content.ts';
import { demoContent } from '../../src/demo/content/index.ts';
import type { Viewer } from '../../src/domain/people/policy.ts';
import { settingsOf } from '../../src/domain/publishing/entries/entry.ts';
import { guideFindings } from '../../src/domain/publishing/guide.ts';
import { isCreditCode } from '../../src/domain/publishing/indexNumber.ts';
import { settingsProblems } from '../../src/domain/publishing/settings.ts';
import { shippedColumns } from '../../src/domain/publishing/shipped/columns.ts';
import { VILLAGE } from '../../src/domain/search/index.ts';
import { addDays, day } from '../../src/lib/day.ts';
import { isRefusal, type Refusal } from '../../src/lib/result.ts';
import { openSite, type TestSite } from './site.ts';

const COUNTIES = ['hnx', 'sfx'] as const;

let site: TestSite;
let reader: Viewer;
/** What the foot of the tests' own site leaves out. */
const OF_THE_SITE: ReadonlySet<string> = new Set(['meta', 'footer', 'reportErrors', 'identity']);
const TODAY = '2026-11-23';

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer as T;
}

async function viewerOf(account: string): Promise<Viewer> {
  const found = await site.app.stores.people.credential(account);
  if (!found) throw new Error(`no ${account} in the example`);
  return site.app.accounts.viewer(found.person);
}

beforeAll(async () => {
  site = await openSite({ demo: true, clock: `${TODAY}T02:00:00Z`, listen: false });
  await bringContent(site.app, () => undefined);
  reader = await viewerOf('sfz-jingban');
});
afterAll(() => site?.close());

describe('the demo’s public content', () => {
  it('changes no figure of a report already published, and the counts agree with the registers', async () => {
    for (const [agency, year] of [
      ['cyz', 2023],
      ['sfz', 2022],
      ['sfz', 2023],
    ] as const) {
      const viewer = await viewerOf(`${agency}-shenhe`);
      const { differences, counted, versions } = done(await site.app.reports.workbench(viewer, agency, year));
      expect(differences).toEqual([]);
      expect(versions).toHaveLength(1);
      expect(counted.figures).toEqual(versions[0]?.frozen.figures);
    }
    expect(await site.app.stores.facts.reconcile(null)).toEqual([]);
  });

  it('fills every column a township and a county begin with, all of Article 20 and 21 among them, and the guide is complete (Art. 12)', async () => {
    for (const [level, agencies] of [
      ['township', ['sfz', 'cyz']],
      ['county', COUNTIES],
    ] as const) {
      const columns = shippedColumns(level);
      const leaves = columns.filter((c) => c.id !== 'guide' && !columns.some((below) => below.parent === c.id)).map((c) => c.id);
      for (const agency of agencies) {
        const filled = (await site.app.catalogue.counts(agency)).map((c) => c.column);
        expect([agency, leaves.filter((id) => !filled.includes(id))]).toEqual([agency, []]);
      }
    }
    for (const { office } of demoContent(TODAY)) expect(guideFindings(office.guide)).toEqual([]);
  });

  it('says of every line of the townships’ catalogues who makes it public', async () => {
    for (const agency of ['sfz', 'cyz']) {
      const duties = (await site.app.stores.entries.list([agency], 'duty')).map((e) => e.body);
      expect(duties.length).toBeGreaterThan(20);
      expect(duties.filter((d) => d.handler === '').map((d) => d.label)).toEqual([]);
    }
  });

  it('shows every turn of a document’s life: changed, abolished, withdrawn, on the desk', async () => {
    const { items: lines } = done(await site.app.publishing.items.list(reader, { agencies: ['sfz'], size: 100 }));
    const lives = lines.map((l) => `${l.life.work}/${l.life.public}`);
    for (const life of [
      'published/inForce',
      'published/abolished',
      'published/expired',
      'published/withdrawn',
      'draft/never',
      'attributed/never',
      'approved/never',
    ])
      expect(lives).toContain(life);
    expect(lines.some((l) => l.life.public === 'inForce' && (l.life.publicVersion ?? 1) > 1)).toBe(true);
  });

  it('passes its own inspection: nothing that fails the whole, one policy left to explain and one place left to visit', async () => {
    const found = async (agency: string, account = `${agency}-shenhe`) => {
      const { summary, results } = done(await site.app.inspection.run(await viewerOf(account), agency)).inspection;
      const open = results.filter((r) => r.state === 'fail' || r.state === 'warn').map((r) => r.item);
      return { verdict: summary.verdict, open: open.filter((item) => !OF_THE_SITE.has(item)).sort() };
    };
    expect(await found('cyz')).toEqual({ verdict: 'qualified', open: [] });
    expect(await found('sfz')).toEqual({ verdict: 'qualified', open: ['interpretation', 'places'] });
    for (const county of COUNTIES)
      expect([county, await found(county, 'xian-jiandu')]).toEqual([county, { verdict: 'qualified', open: [] }]);
  });

  it('sets what the settings ask for: a code with its check character, leaders, the whole foot of the site', async () => {
    for (const county of COUNTIES) {
      const { site: foot } = settingsOf(await site.app.stores.entries.get(county, 'settings', 'settings'));
      expect(Object.entries(foot ?? {}).filter(([, value]) => value === '')).toEqual([]);
    }
    for (const agency of ['sfz', 'cyz', ...COUNTIES]) {
      const settings = settingsOf(await site.app.stores.entries.get(agency, 'settings', 'settings'));
      expect([settingsProblems(settings), isCreditCode(settings.creditCode ?? '')]).toEqual([[], true]);
      for (const name of Object.keys(settings.leaders)) expect(name).toMatch(/^演示/);
    }
  });

  it('explains a policy in words, in questions and as a picture, and reviews each document for legality first', async () => {
    for (const agency of ['sfz', 'cyz']) {
      const { entries } = site.app.stores;
      const made = (await entries.list([agency], 'interpretation')).map((e) => e.body).filter((b) => b.item !== null);
      expect(new Set(made.map((b) => b.form))).toEqual(new Set(['text', 'questions', 'picture']));
      const reviewed = (await entries.list([agency], 'legalReview')).map((e) => e.body.document);
      for (const { number } of demoContent(TODAY).find((c) => c.agency === agency)?.normative ?? []) expect(reviewed).toContain(number);
    }
  });

  it('shows what villages hand in: one waiting, one returned with the reason, two taken over and public as 村务公开', async () => {
    for (const agency of ['sfz', 'cyz']) {
      const handed = (await site.app.stores.entries.list([`${agency}-c1`], 'submission')).map((e) => e.body);
      expect(handed.map((b) => b.state).sort()).toEqual(['returned', 'taken', 'taken', 'waiting']);
      expect(handed.find((b) => b.state === 'returned')?.reason).toContain('身份证号');
      const village = (await site.app.catalogue.counts(agency)).find((c) => c.column === VILLAGE);
      expect(village?.count).toBe(2);
    }
  });

  it('keeps books: copies handed over with receipts, a mistake put right, false news set straight', async () => {
    for (const agency of ['sfz', 'cyz']) {
      const { entries } = site.app.stores;
      const deliveries = (await entries.list([agency], 'delivery')).map((e) => e.body);
      expect(new Set(deliveries.map((d) => d.kind))).toEqual(new Set(['archive', 'library']));
      for (const d of deliveries) expect([d.receipt, d.receivedOn]).not.toContain(null);
      expect((await entries.list([agency], 'correction')).map((e) => e.body.version)).toEqual([2]);
      expect((await entries.list([agency], 'clarification')).map((e) => e.body.item)).toEqual([expect.stringContaining('/')]);
    }
  });

  it('has reports checked for the county: good ones, one mended after its first check, one that could not be read', async () => {
    const supervisor = await viewerOf('xian-jiandu');
    const { rows } = done(await site.app.checking.list(supervisor, ['sfx'], { page: 1, size: 50 }));
    const latest = rows.map(({ head, open }) => [head.file, head.version, open.error > 0, head.unread !== null]);
    expect(latest).toHaveLength(5);
    expect(latest).toEqual(
      expect.arrayContaining([
        ['示例镇2023年年报.docx', 1, false, false],
        ['样板镇2023年年报（改正后）.docx', 2, false, false],
        ['演示乡2023年年报（扫描件）.pdf', 1, false, true],
      ]),
    );
    const mended = rows.find((r) => r.head.version === 2);
    const versions = done(await site.app.checking.versions(supervisor, 'sfx', mended?.head.id ?? ''));
    expect(versions.map((v) => v.open.error > 0)).toEqual([false, true]);
  });

  it.each(['2026-11-23', '2027-02-10', '2028-07-03'])(
    'is fresh on %s too: news within a fortnight, budget and accounts of the last round',
    (today) => {
      for (const { documents } of demoContent(today)) {
        const last = (column: string) =>
          documents
            .flatMap((d) => (d.content.column === column && d.goes.to === 'published' && d.goes.on <= today ? [d.goes.on] : []))
            .sort()
            .at(-1) ?? '';
        expect(last('news') >= addDays(day(today), -14)).toBe(true);
        for (const column of ['notices', 'policies']) expect(last(column) >= addDays(day(today), -183)).toBe(true);
        for (const column of ['budget', 'reports']) expect(last(column) >= addDays(day(today), -366)).toBe(true);
      }
    },
  );

  it('dates every document after the years reported on and says that it is an example', () => {
    for (const { content } of demoContent(TODAY).flatMap((c) => c.documents)) {
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
