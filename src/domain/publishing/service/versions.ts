import type { Viewer } from '#domain/people/policy.ts';
import { isRefusal, type Refusal, refuse } from '#lib/result.ts';
import { type Entry, readBody } from '../entries/entry.ts';
import { storable } from '../storable.ts';
import { actorOf, denied, type PublishingContext } from './context.ts';
import { gone } from './view.ts';

/** Earlier versions that were public: one may be taken out of sight, with a reason that is said in its place. */
export function versionService(context: PublishingContext) {
  const { ports } = context;

  async function hiddenOf(agency: string, item: string): Promise<readonly Entry<'hiddenVersion'>[]> {
    return (await ports.entries.list([agency], 'hiddenVersion')).filter((e) => e.body.item === item);
  }

  return {
    async hidden(viewer: Viewer, agency: string, item: string): Promise<readonly Entry<'hiddenVersion'>[] | Refusal> {
      return denied(viewer, 'read', agency) ?? hiddenOf(agency, item);
    },
    /** Takes an earlier version out of sight. The one the public sees now is withdrawn or changed instead. */
    async hide(viewer: Viewer, agency: string, item: string, version: number, reason: string): Promise<Entry<'hiddenVersion'> | Refusal> {
      const refused = denied(viewer, 'publish', agency);
      if (refused) return refused;
      if (reason.trim() === '') return refuse('停止公开一个版本请写明原因，会在它原来的网址上公布。');
      const file = await ports.items.get(agency, item);
      if (!file) return gone(item);
      if (file.life.publicVersion === version)
        return refuse(`第${version}版是公众现在看到的版本。要停止公开，请“撤回”；要改内容，请“修改”。`, 'OGIR2019 14', 'OGIR2019 15');
      if (!file.steps.some((s) => s.transition === 'publish' && s.version === version))
        return refuse(`第${version}版没有公开过，公众看不到它。`);
      if ((await hiddenOf(agency, item)).some((e) => e.body.version === version)) return refuse(`第${version}版已经停止公开了。`);
      const body = readBody('hiddenVersion', { item, version, on: context.today(), reason });
      if (isRefusal(body)) return body;
      const draft = { kind: 'hiddenVersion', id: null, basedOn: null, body } as const;
      const saved = await ports.entries.save(agency, [draft], actorOf(viewer), storable(reason));
      return isRefusal(saved) ? saved : (saved[0] as Entry<'hiddenVersion'>);
    },
    /** Lets a version be seen again. */
    async show(viewer: Viewer, agency: string, item: string, version: number, reason: string): Promise<Entry<'hiddenVersion'> | Refusal> {
      const refused = denied(viewer, 'publish', agency);
      if (refused) return refused;
      const entry = (await hiddenOf(agency, item)).find((e) => e.body.version === version);
      if (!entry) return refuse(`第${version}版没有停止公开。`);
      if (reason.trim() === '') return refuse('恢复公开一个版本请写明原因。');
      const draft = { kind: 'hiddenVersion', id: entry.id, basedOn: entry.version, body: entry.body, removed: true } as const;
      const saved = await ports.entries.save(agency, [draft], actorOf(viewer), storable(reason));
      return isRefusal(saved) ? saved : (saved[0] as Entry<'hiddenVersion'>);
    },
  };
}
