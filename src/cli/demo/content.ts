import type { Application } from '#domain/application.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { Role } from '#domain/people/roles.ts';
import { DEFAULT_SETTINGS, type EditedKind, type EntryBody } from '#domain/publishing/entries/entry.ts';
import type { ItemView } from '#domain/publishing/service/index.ts';
import type { RecordDraft } from '#domain/registers/record.ts';
import { addDays } from '#lib/day.ts';
import { type DemoContent, type DemoNormative, demoContent } from '../../demo/content/index.ts';
import { demoPeople } from '../../demo/index.ts';
import { accepted, bringDocuments } from './documents.ts';
import { WORD, wordFile } from './files.ts';
import { enter } from './fill.ts';

type Items = ReadonlyMap<string, ItemView>;

/** Every so-many-th published document is noted on the county's site and in the WeChat account too. */
const ELSEWHERE = 4;

async function viewerWith(app: Application, agency: string, role: Role): Promise<Viewer> {
  const person = demoPeople().find((p) => p.memberships.some((m) => m.agency === agency && m.role === role));
  const found = person && (await app.stores.people.credential(person.account));
  if (!found) throw new Error(`no ${role} of ${agency} in the example`);
  return app.accounts.viewer(found.person);
}

function saving(app: Application, agency: string, viewer: Viewer) {
  return async <K extends EditedKind>(kind: K, body: EntryBody<K>) =>
    accepted(await app.publishing.entries.save(viewer, agency, kind, { id: null, basedOn: null, body }, '演示数据'));
}

/** The document's line in its register, its legality review, and what interprets it, linked both ways. */
async function bringNormative(app: Application, agency: string, viewer: Viewer, items: Items, paper: DemoNormative): Promise<void> {
  const item = items.get(paper.key);
  if (!item) return;
  const save = saving(app, agency, viewer);
  const { title, formedOn, effectiveOn, validUntil } = item.current.content;
  const ended: RecordDraft['values'] =
    paper.endedOn && paper.endedOn <= app.today() ? { endedOn: paper.endedOn, endedHow: 'abolished' } : {};
  const values: RecordDraft['values'] = {
    title,
    kind: 'normativeDocument',
    issuedOn: formedOn,
    promulgatedOn: item.publications[0]?.values['on'] ?? formedOn,
    effectiveOn,
    validUntil,
    legalReviewOn: paper.legalReviewOn,
    item: item.life.item,
    ...ended,
  };
  await enter(app, [{ register: 'normativeDocuments', agency, number: paper.number, values, origin: 'entered' }], '演示数据');
  const submittedOn = paper.legalReviewOn;
  const review = { document: paper.number, title, submittedOn, on: submittedOn, reviewer: '演示司法所', result: 'lawful' } as const;
  const body = { ...review, opinion: '主体、权限、程序和内容合法。', file: null };
  accepted(await app.publishing.normative.review(viewer, agency, { id: null, basedOn: null, body }, '演示数据'));
  if (paper.picture) await save('picture', paper.picture);
  for (const { key, form } of paper.interpretedBy) {
    const by = items.get(key)?.life.item;
    if (!by) continue;
    await save('interpretation', { document: paper.number, documentItem: item.life.item, form, item: by, notNeeded: null, picture: null });
  }
}

/** Places, and what of the documents came out there too. */
async function bringPlaces(app: Application, { agency, office }: DemoContent, clerk: Viewer, items: Items): Promise<void> {
  const save = saving(app, agency, clerk);
  const places: string[] = [];
  for (const { daysAgo, ...body } of office.places) {
    places.push((await save('place', { ...body, lastOn: addDays(app.today(), -daysAgo) })).id);
  }
  const out = [...items.values()].filter((i) => i.life.public === 'inForce').filter((_, n) => n % ELSEWHERE === 0);
  for (const { life, publications } of out) {
    const on = String(publications[0]?.values['on'] ?? app.today());
    for (const place of places.slice(0, 2)) accepted(await app.publishing.outside.record(clerk, { agency, item: life.item, place, on }));
  }
}

/** A mistake put right, copies handed to the archive with its receipt, something from a village waiting. */
async function bringBooks(app: Application, { agency, office }: DemoContent, clerk: Viewer, items: Items): Promise<void> {
  const save = saving(app, agency, clerk);
  const changed = items.get('insurance');
  if (changed && changed.life.version > 1)
    await save('correction', {
      item: changed.life.item,
      foundOn: '2026-10-20',
      foundBy: '演示群众来电',
      wrong: '缴费截止日期误写为2026年12月20日。',
      right: '应为2026年12月31日，已更正并重新发布。',
      correctedOn: '2026-10-21',
      version: changed.life.version,
    });
  const on = '2026-09-10';
  const handed = [...items.values()].filter(({ life, current }) => life.public === 'inForce' && (current.content.formedOn ?? on) < on);
  if (on <= app.today() && handed.length > 0) {
    const receipt = accepted(
      await app.files.add(
        clerk,
        { agency, name: '移交回执（演示）.docx', mediaType: WORD, visibility: 'office', register: null, record: null },
        await wordFile(['移交回执（演示）', `今收到移交的政府信息${handed.length}条，每条2份。`, '接收人：演示接收人']),
      ),
    );
    await save('delivery', {
      to: '县档案馆（演示）',
      kind: 'archive',
      on,
      items: handed.map(({ life, current }) => ({ item: life.item, title: current.content.title, copies: 2 })),
      handedBy: clerk.name,
      receivedBy: '演示接收人',
      receivedOn: on,
      receipt: receipt.id,
      remark: '',
    });
  }
  const { unit, ...given } = office.village;
  if (given.formedOn <= app.today()) accepted(await app.publishing.submissions.handIn(clerk, unit, { ...given, column: null, files: [] }));
}

async function bringOffice(app: Application, content: DemoContent): Promise<number> {
  const { agency, office } = content;
  const [clerk, reviewer, signer, admin] = await Promise.all(
    (['clerk', 'reviewer', 'signer', 'unitAdmin'] as const).map((role) => viewerWith(app, agency, role)),
  );
  if (!clerk || !reviewer || !signer || !admin) throw new Error(`people of ${agency} are missing`);
  await saving(app, agency, admin)('settings', { ...DEFAULT_SETTINGS, portal: true, ...office.settings });
  accepted(await app.publishing.entries.shipDuties(admin, agency));
  await saving(app, agency, clerk)('guide', office.guide);
  const items = await bringDocuments(app, agency, { clerk, reviewer, signer }, content.documents);
  for (const paper of content.normative) await bringNormative(app, agency, clerk, items, paper);
  await bringPlaces(app, content, clerk, items);
  await bringBooks(app, content, clerk, items);
  return items.size;
}

/** Fills the public pages and the publishing desk of the example's offices: every document on its own day, none in a year already reported on. */
export async function bringContent(app: Application, say: (text: string) => void): Promise<void> {
  const counts = await Promise.all(demoContent().map((content) => bringOffice(app, content)));
  say(`已公开演示信息${counts.reduce((a, b) => a + b, 0)}条，另有指南、发布场所和移交、更正记录。\n`);
}
