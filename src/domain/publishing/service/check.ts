import { checkText, type PrecheckContext, type PrecheckFinding, sorted } from '#domain/precheck/index.ts';
import { attachmentsOf } from '../content.ts';
import type { ItemFile } from '../ports.ts';
import { leadersOn } from '../settings.ts';
import { columnsOf } from './columns.ts';
import type { PublishingContext } from './context.ts';

const KNOWN_PAGES = new Set(['/', '/reports', '/check', '/apply']);

/** The addresses a page links to inside our own pages that are really there. */
async function knownAddresses(context: PublishingContext, file: ItemFile, hrefs: readonly string[]): Promise<Set<string>> {
  const { agency } = file.life;
  const known = new Set<string>();
  const attached = new Set(attachmentsOf(file.attachments, file.life.version).map((a) => `attachment:${a.n}`));
  const columns = new Set((await columnsOf(context, agency)).map((c) => c.id));
  for (const href of new Set(hrefs)) {
    const path = href.replace(/[?#].*$/, '');
    const own = path.startsWith(`/${agency}/`) ? path.slice(agency.length + 2) : null;
    if (KNOWN_PAGES.has(path) || path === `/${agency}` || attached.has(href)) known.add(href);
    else if (own !== null && (await context.ports.items.byAddress(agency, own.replace(/^items\//, '')))) known.add(href);
    else if (own !== null && (/^(guide|rules|reports|apply|content)$|^reports\//.test(own) || columns.has(own.replace(/^content\//, ''))))
      known.add(href);
  }
  return known;
}

async function contextOf(context: PublishingContext, file: ItemFile, hrefs: readonly string[]): Promise<PrecheckContext> {
  const today = context.today();
  const settings = await context.settings(file.life.agency);
  const tree = await context.tree();
  const state = tree.stateOf(tree.organOf(file.life.agency, today) ?? file.life.agency, today);
  const known = await knownAddresses(context, file, hrefs);
  const days = [today, file.current.content.formedOn ?? today];
  const units = tree.codes.flatMap((code) => days.flatMap((on) => tree.stateOf(code, on)?.name ?? []));
  return {
    today,
    agency: { name: state?.name ?? '', shortName: state?.shortName ?? '', level: state?.level ?? '' },
    agencyNames: [...settings.agencyNames, ...units],
    formerNames: settings.formerNames,
    leaders: leadersOn(settings, file.current.content.formedOn ?? today),
    words: settings.words,
    known: (address) => known.has(address),
  };
}

async function bytesOf(context: PublishingContext, agency: string, id: string): Promise<Uint8Array | null> {
  const file = await context.ports.files.get(agency, id);
  if (!file) return null;
  const parts: Uint8Array[] = [];
  for await (const part of context.ports.files.read(file)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** The check before publishing over the working version: its words, its structure, every attachment that goes out with it. */
export async function precheck(context: PublishingContext, file: ItemFile): Promise<PrecheckFinding[]> {
  const { content } = file.current;
  const page = context.deps.page(content.body);
  const findings = checkText(
    { title: content.title, summary: content.summary, page },
    await contextOf(
      context,
      file,
      page.links.map((l) => l.href),
    ),
  );
  for (const a of attachmentsOf(file.attachments, file.life.version)) {
    const bytes = await bytesOf(context, file.life.agency, a.file);
    if (bytes) findings.push(...(await context.deps.inspect({ title: a.title, name: a.name, mediaType: a.mediaType }, bytes)));
    else
      findings.push({
        rule: 'PUB-UNREADABLE',
        severity: 'error',
        message: `附件“${a.title}”的文件不在了，请重新上传。`,
        basis: [],
        place: { part: 'attachment', attachment: a.title },
        suggestion: null,
      });
  }
  return sorted(findings);
}
