import type { Application } from '#domain/application.ts';
import type { Viewer } from '#domain/people/policy.ts';
import type { ItemView } from '#domain/publishing/service/index.ts';
import { addDays } from '#lib/day.ts';
import type { DemoContent } from '../../demo/content/index.ts';
import { accepted } from './accepted.ts';
import type { deskOf } from './documents.ts';
import { WORD, wordFile } from './files.ts';
import { saving } from './saving.ts';

type Items = ReadonlyMap<string, ItemView>;
type Desk = ReturnType<typeof deskOf>;

/** Copies are handed over some weeks after publication. */
const HANDED_AFTER_DAYS = 45;

/** Copies of what had been out for some weeks, handed to the archive and the library, each with its receipt. */
export async function bringDeliveries(app: Application, agency: string, clerk: Viewer, items: Items): Promise<void> {
  const save = saving(app, agency, clerk);
  const on = addDays(app.today(), -HANDED_AFTER_DAYS);
  const handed = [...items.values()].filter(
    ({ life, publications }) => life.public === 'inForce' && String(publications[0]?.values['on'] ?? on) < on,
  );
  if (handed.length === 0) return;
  const receivers = [
    ['县档案馆（演示）', 'archive', 2],
    ['县图书馆（演示）', 'library', 1],
  ] as const;
  for (const [to, kind, copies] of receivers) {
    const lines = [`移交回执（${to}）`, `今收到移交的政府信息${handed.length}条，每条${copies}份。`, '接收人：演示接收人', `日期：${on}`];
    const name = `移交回执（${to.slice(0, 4)}，演示）.docx`;
    const file = { agency, name, mediaType: WORD, visibility: 'office', register: null, record: null } as const;
    const receipt = accepted(await app.files.add(clerk, file, await wordFile(lines)));
    await save('delivery', {
      to,
      kind,
      on,
      items: handed.map(({ life, current }) => ({ item: life.item, title: current.content.title, copies })),
      handedBy: clerk.name,
      receivedBy: '演示接收人',
      receivedOn: on,
      receipt: receipt.id,
      remark: '',
    });
  }
}

/** Mistakes put right, false news set straight, what a village handed in. */
export async function bringBooks(
  app: Application,
  { agency, office }: DemoContent,
  clerk: Viewer,
  desk: Desk,
  items: Items,
): Promise<void> {
  const save = saving(app, agency, clerk);
  for (const { key, ...correction } of office.corrections) {
    const changed = items.get(key)?.life;
    if (changed && changed.version > 1) await save('correction', { ...correction, item: changed.item, version: changed.version });
  }
  for (const { key, ...clarification } of office.clarifications) {
    const item = items.get(key);
    if (!item) continue;
    const { handler } = item.current.content;
    const clarifiedOn = String(item.publications[0]?.values['on'] ?? app.today());
    await save('clarification', { ...clarification, handler, item: item.life.item, clarifiedOn, remark: '' });
  }
  for (const submission of office.submissions) await desk.bringSubmission(submission);
}
