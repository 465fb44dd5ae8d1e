import type { Application } from '#domain/application.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { Role } from '#domain/people/roles.ts';
import { DEFAULT_SETTINGS, type EntryBody } from '#domain/publishing/entries/entry.ts';
import { PLACE_KINDS } from '#domain/publishing/places.ts';
import type { EntryDraft } from '#domain/publishing/ports.ts';
import type { ItemView } from '#domain/publishing/service/index.ts';
import type { RecordDraft } from '#domain/registers/record.ts';
import { textOf } from '#domain/registers/record.ts';
import { handlerOf } from '../../demo/content/handlers.ts';
import { type DemoContent, type DemoNormative, demoContent } from '../../demo/content/index.ts';
import { demoPeople } from '../../demo/index.ts';
import { accepted } from './accepted.ts';
import { bringBooks, bringDeliveries } from './books.ts';
import { bringChecks } from './checks.ts';
import { type DemoOfficers, deskOf } from './documents.ts';
import { enter } from './fill.ts';
import { saving } from './saving.ts';
import { viewerOf } from './viewers.ts';

type Items = ReadonlyMap<string, ItemView>;
type Desk = ReturnType<typeof deskOf>;
type PlaceKind = EntryBody<'place'>['kind'];

/** Kinds of place, and every so-many-th published document that came out there too. */
const ELSEWHERE: readonly (readonly [kind: PlaceKind, every: number])[] = [
  ['siteColumn', 3],
  ['wechat', 4],
  ['board', 9],
];
/** Why example publications were entered long after their day. */
const REMARK = '演示数据：按发布当日的记录补登';

/** The document's line in its register, its legality review, and what interprets it, linked both ways. */
async function bringNormative(
  app: Application,
  agency: string,
  viewer: Viewer,
  desk: Desk,
  items: Items,
  paper: DemoNormative,
): Promise<void> {
  const item = items.get(paper.key);
  if (!item) return;
  const save = saving(app, agency, viewer);
  const { title, formedOn, effectiveOn, validUntil, keywords } = item.current.content;
  const { ended, number, legalReviewOn } = paper;
  const values: RecordDraft['values'] = {
    title,
    kind: 'normativeDocument',
    issuedOn: formedOn,
    promulgatedOn: item.publications[0]?.values['on'] ?? formedOn,
    effectiveOn,
    validUntil,
    legalReviewOn,
    item: item.life.item,
    ...(ended && ended.on <= app.today() ? { endedOn: ended.on, endedHow: ended.how } : {}),
  };
  await enter(app, [{ register: 'normativeDocuments', agency, number, values, origin: 'entered' }], '演示数据');
  const review = {
    document: number,
    title,
    submittedOn: legalReviewOn,
    on: legalReviewOn,
    reviewer: '演示司法所',
    result: 'lawful',
  } as const;
  const body = { ...review, opinion: '主体、权限、程序和内容合法，同意提请审议。', file: null };
  accepted(await app.publishing.normative.review(viewer, agency, { id: null, basedOn: null, body }, '演示数据'));
  if (paper.picture) await desk.bringPicture(number, paper.picture, keywords.slice(0, 1));
  for (const { key, form } of paper.interpretedBy) {
    const by = items.get(key)?.life.item;
    if (by)
      await save('interpretation', { document: number, documentItem: item.life.item, form, item: by, notNeeded: null, picture: null });
  }
}

/** What explains the documents the register had before. */
async function bringExplained(app: Application, { agency, explained }: DemoContent, clerk: Viewer, items: Items): Promise<void> {
  const save = saving(app, agency, clerk);
  for (const one of explained) {
    const common = { document: one.number, documentItem: null, picture: null } as const;
    if ('notNeeded' in one) await save('interpretation', { ...common, form: 'text', item: null, notNeeded: one.notNeeded });
    else if (items.has(one.key))
      await save('interpretation', { ...common, form: one.form, item: items.get(one.key)?.life.item ?? null, notNeeded: null });
  }
}

/** Places, and what of the documents came out there too: all of it in one write. */
async function bringPlaces(app: Application, { agency, office }: DemoContent, clerk: Viewer, items: Items): Promise<void> {
  const save = saving(app, agency, clerk);
  const places = await Promise.all(office.places.map((body) => save('place', body)));
  const all = await app.stores.registers.list({ register: 'publications', agencies: [agency], size: 0 });
  const records = all.records.filter((r) => textOf(r, 'channel') === 'portal');
  const noted = records.map((r): RecordDraft => {
    const { number, version } = r;
    return { register: 'publications', agency, number, basedOn: version, values: { remark: REMARK } };
  });
  const shown = new Set([...items.values()].map(({ life }) => life.item));
  const out = records.filter((r) => shown.has(textOf(r, 'item') ?? ''));
  const elsewhere = ELSEWHERE.flatMap(([kind, every]) => {
    const place = places.find((p) => p.body.kind === kind);
    return place ? out.filter((_, n) => n % every === every - 1).map((r) => ({ place, r })) : [];
  });
  const drafts = elsewhere.map(({ place, r }): RecordDraft => {
    const { body } = place;
    const address = `${body.name} ${body.address}`;
    const values = { item: textOf(r, 'item'), channel: PLACE_KINDS[body.kind].channel, on: textOf(r, 'on'), address, remark: REMARK };
    return { register: 'publications', agency, values };
  });
  const made = (await enter(app, [...noted, ...drafts], '演示数据')).slice(noted.length);
  const placed = made.flatMap((r, i): EntryDraft<'placed'>[] => {
    const place = elsewhere[i]?.place.id;
    return place ? [{ kind: 'placed', id: r.number, basedOn: null, body: { publication: r.number, place } }] : [];
  });
  accepted(await app.stores.entries.save(agency, placed, clerk, '演示数据'));
}

/** People of an office without accounts in the example: nobody can sign in as one of them. */
function withoutAccounts(agency: string): DemoOfficers & { readonly admin: Viewer } {
  const person = (n: number, role: Role): Viewer => ({
    id: `00000000-0000-4000-8000-00000000000${n}`,
    name: `演示县办${n}`,
    roles: [{ role, agency, reaches: new Set([agency]) }],
  });
  const clerk = person(1, 'clerk');
  return { clerk, village: clerk, reviewer: person(2, 'reviewer'), signer: person(3, 'signer'), admin: person(4, 'unitAdmin') };
}

async function officersOf(app: Application, agency: string): Promise<DemoOfficers & { readonly admin: Viewer }> {
  if (!demoPeople().some((p) => p.memberships.some((m) => m.agency === agency && m.role === 'clerk'))) return withoutAccounts(agency);
  const [clerk, reviewer, signer, admin, village] = await Promise.all([
    viewerOf(app, agency, 'clerk'),
    viewerOf(app, agency, 'reviewer'),
    viewerOf(app, agency, 'signer'),
    viewerOf(app, agency, 'unitAdmin'),
    viewerOf(app, `${agency}-c1`, 'clerk'),
  ]);
  return { clerk, reviewer, signer, admin, village };
}

/** The catalogue an office of its level begins with; in a township every line with who makes it public. */
async function bringDuties(app: Application, agency: string, admin: Viewer): Promise<void> {
  accepted(await app.publishing.entries.shipDuties(admin, agency));
  if ((await app.agencies.tree()).stateOf(agency, app.today())?.level !== 'township') return;
  const duties = await app.stores.entries.list([agency], 'duty');
  const handled = duties.map((d): EntryDraft<'duty'> => {
    return { kind: 'duty', id: d.id, basedOn: d.version, body: { ...d.body, handler: handlerOf(d.body) } };
  });
  accepted(await app.stores.entries.save(agency, handled, admin, '演示数据'));
}

async function bringOffice(app: Application, content: DemoContent): Promise<number> {
  const { agency, office } = content;
  const officers = await officersOf(app, agency);
  const { clerk, reviewer, admin } = officers;
  await saving(app, agency, admin)('settings', { ...DEFAULT_SETTINGS, portal: true, ...office.settings });
  await bringDuties(app, agency, admin);
  await saving(app, agency, reviewer)('guide', office.guide);
  const desk = deskOf(app, agency, officers);
  const items = await desk.bringAll(content.documents);
  for (const paper of content.normative) await bringNormative(app, agency, clerk, desk, items, paper);
  await bringExplained(app, content, clerk, items);
  await bringPlaces(app, content, clerk, items);
  await bringDeliveries(app, agency, clerk, items);
  await bringBooks(app, content, clerk, desk, items);
  return items.size;
}

/** Fills the public pages and the publishing desk of the example's offices: every document on its own day, none in a year already reported on. */
export async function bringContent(app: Application, say: (text: string) => void): Promise<void> {
  await bringChecks(app);
  const counts = await Promise.all(demoContent(app.today()).map((content) => bringOffice(app, content)));
  say(`已公开演示信息${counts.reduce((a, b) => a + b, 0)}条，另有指南、发布场所和移交、更正、澄清、报送记录。\n`);
}
