import { type IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { noProxies, trustIn, type TrustedProxies } from '../process/trusted-proxies.js';

/** What is known of who sends a request, or opens a socket. */
export interface Caller {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: IncomingHttpHeaders;
}

/**
 * From where a request comes, for limits and nothing else: it is never stored. `X-Forwarded-For` counts as far as the proxies that
 * name others are trusted (ASVS 4.1.3); what anybody else writes there is not believed.
 */
export class ClientAddresses {
  readonly #trusts: (address: string, between: number) => boolean;

  constructor(proxies: TrustedProxies = noProxies) {
    this.#trusts = trustIn(proxies);
  }

  /** The address that limits count by: an IPv4 address whole, of an IPv6 address the network (/64), for all of it belongs to one. */
  of({ socket, headers }: Caller): string {
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    let address = plain(socket.remoteAddress ?? '');
    for (let between = 0; this.#trusts(address, between); between++) {
      const next = plain(forwarded.pop() ?? '');
      if (isIP(next) === 0) break;
      address = next;
    }
    return isIP(address) === 6 ? networkOf(address) : address;
  }

  /** Whether the one who has connected is a proxy that may speak for others. */
  isProxy({ socket }: Pick<Caller, 'socket'>): boolean {
    return this.#trusts(plain(socket.remoteAddress ?? ''), 0);
  }
}

/** An IPv4 address in the clothes of an IPv6 one is an IPv4 address. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');

/** The first four groups of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const rest = (tail ?? '').split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const whole = [...groups, ...Array<string>(missing).fill('0'), ...rest];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
