import { isIP } from 'node:net';
import { addressToCall, type Target, targetOf } from '#domain/inspection/online/target.ts';
import type { LinkProbe, SiteVisit } from '#domain/inspection/scene.ts';
import { isRefusal, type Refusal } from '#lib/result.ts';
import type { Answer, Asked, Network } from './ask.ts';

const MOST_REDIRECTS = 5;
/** Between two requests to one host. */
const DELAY_MS = 1000;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Answers of a page that is there and lets no program in. */
const KEPT_OUT: ReadonlySet<number> = new Set([401, 403, 429]);

type Outcome = Pick<LinkProbe, 'outcome' | 'detail'>;

const notAsked = (r: Refusal): Outcome => ({ outcome: 'refused', detail: r.refused });

/** Asks links of other sites whether they open, politely and never inside the own network. */
export class Prober {
  readonly #network: Network;
  readonly #last = new Map<string, number>();

  constructor(network: Network) {
    this.#network = network;
  }

  async #addressOf({ host }: Target): Promise<Answer | Outcome> {
    const family = isIP(host);
    if (family > 0) return { address: host, family };
    let answers: readonly Answer[];
    try {
      answers = await this.#network.resolve(host);
    } catch {
      return { outcome: 'unreachable', detail: '域名解析不到' };
    }
    const address = addressToCall(answers);
    return isRefusal(address) ? notAsked(address) : address;
  }

  async #politely(target: Target, address: Answer, method: 'HEAD' | 'GET'): Promise<Asked> {
    const since = this.#network.now().getTime() - (this.#last.get(target.host) ?? Number.NEGATIVE_INFINITY);
    if (since < DELAY_MS) await this.#network.wait(DELAY_MS - since);
    const asked = await this.#network.ask(target, address, method);
    this.#last.set(target.host, this.#network.now().getTime());
    return asked;
  }

  async #follow(text: string): Promise<Outcome> {
    let target = targetOf(text);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      if (isRefusal(target)) return notAsked(target);
      // Looked up anew at every step: a redirect leads wherever its host wants.
      const address = await this.#addressOf(target);
      if ('outcome' in address) return address;
      let asked = await this.#politely(target, address, 'HEAD');
      if ('status' in asked && asked.status >= 400 && !KEPT_OUT.has(asked.status)) asked = await this.#politely(target, address, 'GET');
      if ('problem' in asked) return { outcome: 'unreachable', detail: asked.problem };
      const { status, location } = asked;
      if (REDIRECTS.has(status) && location !== null) {
        target = targetOf(location, target.url);
        continue;
      }
      if (KEPT_OUT.has(status)) return { outcome: 'refused', detail: `对方不让程序访问（${status}），请用浏览器核对` };
      return status < 400 && status > 0 ? { outcome: 'ok', detail: String(status) } : { outcome: 'dead', detail: String(status) };
    }
    return { outcome: 'dead', detail: `转了${MOST_REDIRECTS}次还没有到` };
  }

  /** Visits the site by its name, as the public does: over https, or else over http; always resolves. */
  async visit(host: string): Promise<SiteVisit> {
    const at = this.#network.now();
    const visit = (o: Outcome, ms: number | null, ipv6: boolean | null): SiteVisit => ({ host, at: at.toISOString(), ...o, ms, ipv6 });
    const target = targetOf(`https://${host}/`);
    if (isRefusal(target)) return visit(notAsked(target), null, null);
    const answers = await this.#network.resolve(target.host).catch(() => []);
    const ipv6 = isRefusal(addressToCall(answers)) ? null : answers.some((a) => a.family === 6);
    const timed = async (address: string): Promise<SiteVisit> => {
      const began = this.#network.now().getTime();
      const outcome = await this.#follow(address);
      const answered = outcome.outcome === 'ok' || outcome.outcome === 'dead';
      return visit(outcome, answered ? this.#network.now().getTime() - began : null, ipv6);
    };
    const secure = await timed(`https://${host}/`);
    return secure.outcome === 'unreachable' ? timed(`http://${host}/`) : secure;
  }

  /** Asks one link; always resolves. */
  async probe(url: string): Promise<LinkProbe> {
    const outcome = await this.#follow(url);
    return { url, ...outcome, checkedAt: this.#network.now().toISOString() };
  }
}
