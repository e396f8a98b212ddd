import { BlockList, isIP } from 'node:net';

/**
 * The proxies in front of the server that are believed when they say whom they speak for: so many of them, counted from the server
 * outwards, or those at certain addresses (`10.0.0.7`, `10.0.0.0/8`, `::1`).
 */
export type TrustedProxies = { readonly hops: number } | { readonly networks: readonly string[] };

/** Nobody stands in front: whoever claims to speak for another is not believed. */
export const noProxies: TrustedProxies = { hops: 0 };

const mostHops = 9;

/** Reads `1`, or `10.0.0.7, 192.168.0.0/16`. `null` when it is neither. */
export function readTrustedProxies(value: string): TrustedProxies | null {
  if (/^\d+$/.test(value)) return Number(value) <= mostHops ? { hops: Number(value) } : null;
  const networks = value.split(',').map((part) => part.trim());
  return networks.every(isNetwork) ? { networks } : null;
}

/** Whether a proxy is believed: by its address, and by how many stand between it and the server. */
export function trustIn(proxies: TrustedProxies): (address: string, between: number) => boolean {
  if ('hops' in proxies) return (_address, between) => between < proxies.hops;
  const list = new BlockList();
  for (const network of proxies.networks) {
    const [address = '', prefix] = network.split('/');
    const family = familyOf(address);
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => list.check(address, familyOf(address));
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function isNetwork(network: string): boolean {
  const [address = '', prefix, ...more] = network.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}
