import { WHOLE_SYSTEM } from '#domain/agencies/ports.ts';
import type { Application } from '#domain/application.ts';
import { SYSTEM } from '#domain/people/actor.ts';
import type { RecordDraft, RegisterRecord } from '#domain/registers/record.ts';
import { readRegistersFile } from '#domain/report/registersFile.ts';
import { isRefusal } from '#lib/result.ts';
import { liveCases } from '../../demo/index.ts';
import { draftOf, enter } from './fill.ts';

const LIVE = 'demoLive';

/** What was entered last: on which day, and each record's version as the demo left it. */
interface Kept {
  readonly day: string;
  readonly versions: Readonly<Record<string, number>>;
}

function keyOf(r: Pick<RegisterRecord, 'register' | 'number'>): string {
  return `${r.register}/${r.number}`;
}

/** The open example cases around today; on another day those nobody has touched are dated anew. */
export async function bringLive(app: Application): Promise<void> {
  const today = app.today();
  const kept = await app.settings.get<Kept>(WHOLE_SYSTEM, LIVE);
  if (kept?.day === today) return;
  const agencies = await app.stores.agencies.all();
  const file = readRegistersFile(new TextEncoder().encode(JSON.stringify({ agencies, ...liveCases(today) })));
  if (isRefusal(file)) throw new Error(`live example cases unreadable: ${file.refused}`);
  const drafts: RecordDraft[] = [];
  for (const record of file.records) {
    const current = await app.stores.registers.get(record.register, record.agency, record.number);
    if (!current) drafts.push(draftOf(record));
    else if (current.version === kept?.versions[keyOf(record)]) drafts.push({ ...draftOf(record), basedOn: current.version });
  }
  const saved = drafts.length > 0 ? await enter(app, drafts, '演示数据：按今天重排日期') : [];
  const versions = { ...kept?.versions, ...Object.fromEntries(saved.map((r) => [keyOf(r), r.version])) };
  await app.settings.set(WHOLE_SYSTEM, LIVE, { day: today, versions } satisfies Kept, { ...SYSTEM, name: '演示数据' });
}
