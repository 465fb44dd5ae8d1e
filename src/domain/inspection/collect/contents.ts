import { addressOf } from '#domain/publishing/indexNumber.ts';
import { type Day, shanghaiDay } from '#lib/day.ts';
import type { InspectionTools, PublicContent } from '../ports.ts';
import { type Hit, Tally } from '../result.ts';
import type { ContentTallies, SeenLink } from '../scene.ts';
import { type InsideResolver, leadsTo } from './links.ts';
import { consoleItem, cut } from './words.ts';

/** The page of an item on our own site. */
export function pageOf(agency: string, item: string): string {
  return `/${agency}/items/${addressOf(item)}`;
}

/** External links a run keeps, and pages it opens of the newest and of those taken back. */
const MOST_LINKS = 20_000;
const MOST_PAGES = 20;
/** Kinds that hold words: one without is a scan. */
const WORDY = /\.(docx?|wps|pdf|xlsx?|et|pptx?|txt|csv)$/i;

/** What reading goes by. */
interface Reading {
  readonly agency: string;
  readonly today: Day;
  /** Our own domain; empty where none is set. */
  readonly domain: string;
  readonly tools: InspectionTools;
  readonly inside: InsideResolver;
}

/** Reads everything public of an agency, piece by piece, and keeps only what was found. */
export class ContentReader {
  readonly tallies: ContentTallies = {
    undated: new Tally(),
    catalogue: new Tally(),
    validity: new Tally(),
    late: new Tally(),
    attachments: new Tally(),
    tombstones: new Tally(),
    images: new Tally(),
    seen: { items: 0 },
  };
  /** Of our own pages: how many stand in a column, and when the last came. */
  readonly columns = new Map<string, { count: number; lastOn: Day }>();
  /** The days something of a column was made public, anywhere. */
  readonly columnDays = new Map<string, string[]>();
  readonly external: SeenLink[] = [];
  /** The day an item first stood on our pages. */
  readonly firstOn = new Map<string, Day>();
  newest: PublicContent[] = [];
  readonly withdrawn: PublicContent[] = [];
  lastOn: Day | null = null;
  readonly #given: Reading;

  constructor(given: Reading) {
    this.#given = given;
  }

  #hit(c: PublicContent, says: string, key = c.item): Hit {
    const page = c.portal ? pageOf(this.#given.agency, c.item) : null;
    return { key, title: c.title || c.item, says, link: consoleItem(c.item), page };
  }

  read(c: PublicContent): void {
    if (c.state === 'withdrawn') {
      if (c.portal && this.withdrawn.length < MOST_PAGES) this.withdrawn.push(c);
      if (c.endedReason.trim() === '') this.tallies.tombstones.add(this.#hit({ ...c, title: '' }, '没有写明撤回原因'));
      return;
    }
    this.tallies.seen.items += 1;
    if (c.column !== null && c.firstOn !== null) {
      const days = this.columnDays.get(c.column);
      if (days) days.push(c.firstOn);
      else this.columnDays.set(c.column, [c.firstOn]);
    }
    this.#place(c);
    this.#words(c);
    this.#attachments(c);
    this.#links(c);
  }

  #place(c: PublicContent): void {
    if (!c.portal || c.village) return;
    const on = shanghaiDay(Date.parse(c.publishedAt));
    this.firstOn.set(c.item, shanghaiDay(Date.parse(c.firstPublishedAt)));
    if (this.lastOn === null || on > this.lastOn) this.lastOn = on;
    this.newest = [...this.newest, c].sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)).slice(0, MOST_PAGES);
    if (c.column === null) return;
    const before = this.columns.get(c.column);
    this.columns.set(c.column, { count: (before?.count ?? 0) + 1, lastOn: before && before.lastOn > on ? before.lastOn : on });
  }

  #words(c: PublicContent): void {
    if (c.formedOn === null) this.tallies.undated.add(this.#hit(c, '没有成文日期'));
    const lacks = [
      ...(c.title.trim() === '' ? ['名称'] : []),
      ...(c.summary.trim() === '' ? ['内容概述'] : []),
      ...(c.formedOn === null ? ['生成日期'] : []),
    ];
    if (lacks.length > 0) this.tallies.catalogue.add(this.#hit(c, `缺${lacks.join('、')}`));
    if (c.state === 'inForce' && c.validUntil !== null && c.validUntil < this.#given.today)
      this.tallies.validity.add(this.#hit(c, `有效期至${c.validUntil}，还标为有效`));
  }

  #attachments(c: PublicContent): void {
    const { inside } = this.#given;
    for (const a of c.attachments) {
      if (a.text === 'lost') inside.fails(c, `附件${a.n}`, `附件“${cut(a.title)}”的文件不在了`);
      else inside.works();
      if (a.text === 'failed' || (a.text === 'none' && WORDY.test(a.name)))
        this.tallies.attachments.add(this.#hit(c, `附件“${cut(a.title)}”读不出文字`, `${c.item} ${a.n}`));
    }
  }

  #links(c: PublicContent): void {
    const { agency, domain, inside, tools } = this.#given;
    const page = tools.page(c.body);
    const bare = page.images.filter((i) => (i.alt ?? '').trim() === '').length;
    if (bare > 0) this.tallies.images.add(this.#hit(c, `${bare}张图片没有文字说明`));
    const pictures = page.images.filter((i) => !i.source.startsWith('data:')).map((i) => ({ href: i.source, text: '' }));
    for (const { href, text } of [...page.links, ...pictures]) {
      const leads = leadsTo(href, pageOf(agency, c.item), domain);
      if (leads.to === 'outside') {
        if (this.external.length < MOST_LINKS) this.external.push({ href: leads.href, item: c.item, title: c.title, text });
      } else if (leads.to === 'inside') inside.add(leads.path, c);
      else if (leads.to === 'broken') inside.fails(c, cut(href), `“${cut(href)}”${leads.why}`);
      else if (leads.to === 'attachment') {
        if (c.attachments.some((a) => a.n === leads.n)) inside.works();
        else inside.fails(c, href, `正文引用的附件${leads.n}已经不在`);
      }
    }
  }
}
