import { ClientAddresses } from './client-addresses.js';
import { readTrustedProxies, type TrustedProxies } from '../process/trusted-proxies.js';

describe('the address that limits count by', () => {
  const of = (remoteAddress: string, forwarded: string | undefined, proxies?: TrustedProxies) =>
    new ClientAddresses(proxies).of({
      socket: { remoteAddress },
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    });

  it('is that of the connection, whatever the request claims, unless a proxy is trusted', () => {
    expect(of('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(of('127.0.0.1', '198.51.100.1')).toBe('127.0.0.1');
    expect(of('203.0.113.9', '198.51.100.1', { networks: ['10.0.0.0/8'] })).toBe('203.0.113.9');
  });

  it('is what the last trusted proxy has seen: what a client puts before it is not believed', () => {
    expect(of('10.0.0.1', '198.51.100.1', { hops: 1 })).toBe('198.51.100.1');
    expect(of('10.0.0.1', '1.1.1.1, 198.51.100.1', { hops: 1 })).toBe('198.51.100.1');
    expect(of('10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', { hops: 2 })).toBe('198.51.100.1');
    expect(of('::ffff:10.0.0.1', '1.1.1.1, 198.51.100.1, 10.9.9.9', { networks: ['10.0.0.0/8'] })).toBe('198.51.100.1');
  });

  it('is that of the proxy when it names nobody, or no address', () => {
    expect(of('10.0.0.1', undefined, { hops: 1 })).toBe('10.0.0.1');
    expect(of('10.0.0.1', 'unknown', { hops: 1 })).toBe('10.0.0.1');
    expect(of('10.0.0.1', '198.51.100.1', { hops: 9 })).toBe('198.51.100.1');
  });

  it('is the network of an IPv6 address, however it is written', () => {
    for (const address of [
      '2001:db8:0:12::1',
      '2001:0db8:0000:0012:aaaa:bbbb:cccc:dddd',
      '2001:db8:0:12:0:0:0:9%eth0',
    ]) {
      expect(of(address, undefined)).toBe('2001:db8:0:12::/64');
    }
    expect(of('::1', undefined)).toBe('0:0:0:0::/64');
    expect(of('::1', '2001:db8::1', { networks: ['::1'] })).toBe('2001:db8:0:0::/64');
  });
});

describe('the setting of trusted proxies', () => {
  it.each([
    ['0', { hops: 0 }],
    ['2', { hops: 2 }],
    ['127.0.0.1', { networks: ['127.0.0.1'] }],
    ['10.0.0.0/8, ::1', { networks: ['10.0.0.0/8', '::1'] }],
  ])('reads %s', (value, proxies) => {
    expect(readTrustedProxies(value)).toEqual(proxies);
  });

  it.each(['10', '-1', 'true', 'nginx', '10.0.0.0/33', '10.0.0.1/8/8', '127.0.0.1,', '::1/129', '10.0.0/8'])(
    'refuses %s',
    (value) => {
      expect(readTrustedProxies(value)).toBeNull();
    },
  );
});
