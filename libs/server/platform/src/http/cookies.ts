/** The cookies of a `Cookie` header by name; of equal names the first counts (RFC 6265 5.4 sends the most specific first). */
export function parseCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (equals > 0 && name !== '' && !cookies.has(name)) cookies.set(name, pair.slice(equals + 1).trim());
  }
  return cookies;
}

/**
 * The session cookie: `__Host-tavolo` over https, where the browser then refuses to let any other host or path set it;
 * `tavolo` over plain http (a first start on one's own computer). `HttpOnly`, `SameSite=Lax`, no domain (ASVS 3.3).
 */
export class SessionCookie {
  readonly name: string;
  readonly #secure: boolean;

  constructor(publicUrl: string) {
    this.#secure = new URL(publicUrl).protocol === 'https:';
    this.name = this.#secure ? '__Host-tavolo' : 'tavolo';
  }

  /** The value in a `Cookie` header; `undefined` when it is not there. */
  read(cookieHeader: string | undefined): string | undefined {
    return parseCookies(cookieHeader).get(this.name);
  }

  /** A `Set-Cookie` header. `value` is an opaque token of cookie-safe characters; `maxAgeSeconds` is left out for a browser session. */
  write(value: string, maxAgeSeconds?: number): string {
    if (!/^[A-Za-z0-9_.~-]+$/.test(value)) throw new Error('a session token has only cookie-safe characters');
    const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
    return `${this.name}=${value}${this.#attributes()}${age}`;
  }

  /** A `Set-Cookie` header that makes the browser forget the session. */
  clear(): string {
    return `${this.name}=${this.#attributes()}; Max-Age=0`;
  }

  #attributes(): string {
    return `; Path=/; HttpOnly; SameSite=Lax${this.#secure ? '; Secure' : ''}`;
  }
}
