import { isIP } from 'node:net';
import { type Refusal, refuse } from '#lib/result.ts';
import { isPublicAddress } from './addresses.ts';

/** Where a request goes, once everything about the address was looked at. */
export interface Target {
  readonly url: URL;
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
}

const PORTS: ReadonlySet<string> = new Set(['', '80', '443']);
/** Names that mean this machine or this network, whatever they resolve to. */
const LOCAL_NAME = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|test|invalid|example|onion|arpa)\.?$/i;
const LONGEST = 2000;

/** Reads an address that somebody wrote, or that a redirect names. A refusal says why it is not called. */
export function targetOf(text: string, base?: URL): Target | Refusal {
  if (text.length > LONGEST) return refuse('地址太长');
  if (!URL.canParse(text, base?.href)) return refuse('地址写得不对');
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('不是网页地址');
  if (url.username !== '' || url.password !== '') return refuse('地址里带有账号');
  if (!PORTS.has(url.port)) return refuse('端口不是80或443');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) return isPublicAddress(host) ? { url, host } : refuse('是内部网络的地址');
  if (!host.includes('.') || LOCAL_NAME.test(host)) return refuse('是内部网络的名称');
  url.hash = '';
  return { url, host };
}

/** The address to connect to, of those a name resolves to; one that is not public condemns them all. */
export function addressToCall(answers: readonly { readonly address: string; readonly family: number }[]) {
  const [first] = answers;
  if (!first) return refuse('域名没有地址');
  return answers.every((a) => isPublicAddress(a.address)) ? first : refuse('域名指向内部网络');
}
