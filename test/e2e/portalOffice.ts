import { Document, Packer, Paragraph } from 'docx';
import type { Viewer } from '../../src/domain/people/policy.ts';
import type { Role } from '../../src/domain/people/roles.ts';
import type { ItemContent } from '../../src/domain/publishing/content.ts';
import { isRefusal, type Refusal } from '../../src/lib/result.ts';
import type { TestSite } from './site.ts';

let people = 0;

/** An invented person with one role in one office. */
export function person(name: string, role: Role, agency: string): Viewer {
  people += 1;
  const id = `00000000-0000-0000-0009-${String(people).padStart(12, '0')}`;
  return { id, name, roles: [{ role, agency, reaches: new Set([agency]) }] };
}

function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.refused);
  return answer as T;
}

export async function wordFile(...lines: string[]): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }));
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** An office that publishes on its own pages: what a clerk, a reviewer and a signer do, in a few words. */
export function portalOffice({ app }: TestSite, agency: string) {
  const clerk = person('张示例', 'clerk', agency);
  const reviewer = person('王示例', 'reviewer', agency);
  const signer = person('赵示例', 'signer', agency);
  const { items } = app.publishing;
  type Step = Parameters<typeof items.step>;
  const step = async (who: Viewer, item: string, name: Step[3], command: Step[4] = {}) => {
    const file = await app.stores.items.get(agency, item);
    return done(await items.step(who, agency, item, name, command, file?.life.revision ?? 0));
  };
  const signOff = async (item: string) => {
    await step(clerk, item, 'decideAttribute', { mode: 'proactive' });
    await step(reviewer, item, 'clearSecrecy', { opinion: '可以公开' });
    await step(reviewer, item, 'review');
    await step(signer, item, 'approve');
  };
  const office = {
    clerk,
    step,
    /** A draft, signed and ready to be published. */
    async signed(content: Partial<ItemContent>, attachment?: { title: string; lines: readonly string[] }): Promise<string> {
      const made = done(
        await items.create(clerk, agency, { formedOn: '2026-11-20', column: 'notices', body: '<p>正文。</p>', ...content }),
      );
      const { item } = made.item.life;
      if (attachment) {
        const bytes = await wordFile(...attachment.lines);
        const { revision } = made.item.life;
        const file = { title: attachment.title, name: `${attachment.title}.docx`, mediaType: WORD, bytes };
        done(await items.attach(clerk, agency, item, file, revision));
      }
      await signOff(item);
      return item;
    },
    publish: (item: string) => step(signer, item, 'publish', { portal: true }),
    withdraw: (item: string, reason: string) => step(signer, item, 'withdraw', { reason }),
    /** Changes what is published, through the whole way again. */
    async revise(item: string, change: Partial<ItemContent>, note: string): Promise<void> {
      await step(clerk, item, 'revise', { reason: note });
      const file = await app.stores.items.get(agency, item);
      done(await items.save(clerk, agency, item, change, file?.life.revision ?? 0, note));
      await signOff(item);
      await office.publish(item);
    },
    async published(content: Partial<ItemContent>, attachment?: { title: string; lines: readonly string[] }): Promise<string> {
      const item = await office.signed(content, attachment);
      await office.publish(item);
      return item;
    },
  };
  return office;
}

/** The page of an item. */
export function pageOf(agency: string, item: string): string {
  return `/${agency}/items/${item.slice(item.lastIndexOf('/') + 1)}`;
}
