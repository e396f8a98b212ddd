import { SessionCookie, parseCookies } from './cookies.js';

describe('the session cookie', () => {
  it('belongs to this host alone when the site is served over https', () => {
    const cookie = new SessionCookie('https://tavolo.example');
    expect(cookie.write('abc_123', 60)).toBe(
      '__Host-tavolo=abc_123; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60',
    );
    expect(cookie.clear()).toBe('__Host-tavolo=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0');
    expect(cookie.read('tavolo=forged; __Host-tavolo=right')).toBe('right');
  });

  it('works on a first start without https', () => {
    const cookie = new SessionCookie('http://localhost:3000');
    expect(cookie.write('abc')).toBe('tavolo=abc; Path=/; HttpOnly; SameSite=Lax');
    expect(cookie.read(undefined)).toBeUndefined();
  });

  it.each(['a;b', 'a b', 'a\r\nSet-Cookie: x=y', ''])('refuses the value %j', (value) => {
    expect(() => new SessionCookie('http://localhost').write(value)).toThrow('cookie-safe');
  });
});

describe('a cookie header', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['=x; ;nothing', []],
    [
      'a=1; b=2=3; a=4',
      [
        ['a', '1'],
        ['b', '2=3'],
      ],
    ],
  ])('%j is read without guessing', (header, expected) => {
    expect([...parseCookies(header)]).toEqual(expected);
  });
});
