/** The longest address that is led on. */
const LONGEST = 2000;

/**
 * The address of a request line whose Chinese was sent as it is, as curl and old programs do, with each such byte written %XX; null where
 * the packet begins with anything else, or the bytes are not UTF-8. Node's parser refuses such a line; browsers never send one.
 */
export function encodedAddress(packet: Uint8Array): string | null {
  const line = Buffer.from(packet.subarray(0, LONGEST + 20)).toString('latin1');
  // One slash only: two would name another host.
  const path = /^(?:GET|HEAD) (\/(?!\/)[\x21-\x7e\x80-\xff]*) HTTP\/1\.[01]\r?\n/.exec(line)?.[1];
  if (path === undefined || path.length > LONGEST || !/[\x80-\xff]/.test(path)) return null;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(path, 'latin1'));
  } catch {
    return null;
  }
  return path.replace(/[\x80-\xff"<>\\^`{|}]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
