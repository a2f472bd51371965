import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

const addresses = new WeakMap<Request, string>();

/** Remembers from where a request came; `env` is what the Node adapter hands over with it. */
export function noteAddress(request: Request, env: unknown): void {
  const peer = (env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress;
  if (peer) addresses.set(request, clientAddress(peer.replace(/^::ffff:/, ''), request.headers.get('x-forwarded-for')));
}

/** From which network address this request came, for limits; '' when that is not known. Never stored as it is. */
export function addressOf(request: Request): string {
  return addresses.get(request) ?? '';
}

/**
 * What a reverse proxy on this machine or in its own network says is believed: the last entry, which it added itself. From
 * anywhere else the header is only what a stranger claims.
 */
function clientAddress(peer: string, forwarded: string | null): string {
  const last = forwarded?.split(',').at(-1)?.trim() ?? '';
  const address = isPrivate(peer) && isIP(last) !== 0 ? last : peer;
  // One household or office has a whole /64: counting each of its addresses apart would be no limit.
  return isIP(address) === 6 ? networkOf(address) : address;
}

function isPrivate(address: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:)/i.test(address);
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(8 - before.length - after.length, 0);
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, '')).join(':');
}
