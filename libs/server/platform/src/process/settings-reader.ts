import { readTrustedProxies, type TrustedProxies } from './trusted-proxies.js';

/** Reads settings one by one and collects what is wrong with them, in plain words and without repeating secrets. */
export class SettingsReader {
  readonly problems: string[] = [];

  constructor(private readonly values: Readonly<Record<string, string>>) {}

  problem(sentence: string): void {
    this.problems.push(sentence);
  }

  isSet(name: string): boolean {
    return this.values[name] !== undefined;
  }

  text(name: string): string | null {
    return this.values[name] ?? null;
  }

  integer(name: string, { min, max, otherwise }: { min: number; max: number; otherwise: number }): number {
    const value = this.text(name);
    if (value === null) return otherwise;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    this.problem(`${name} must be a whole number from ${min} to ${max}; it is "${value}".`);
    return otherwise;
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | null {
    const value = this.text(name);
    if (value === null) return null;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) this.problem(`${name} must be one of ${choices.join(', ')}; it is "${value}".`);
    return found ?? null;
  }

  /** A URL of one of the protocols. It may hold a password, so a wrong one is not repeated. */
  url(name: string, protocols: readonly [string, ...string[]]): string | null {
    const value = this.text(name);
    if (value === null) return null;
    const shape = `${name} must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url === null || !protocols.includes(url.protocol)) {
      this.problem(`${shape}.`);
      return null;
    }
    if (url.protocol.startsWith('postgres') && url.pathname.length < 2) {
      this.problem(`${name} must end with the name of the database, as in postgres://user:password@host:5432/tavolo.`);
      return null;
    }
    return value;
  }

  /** An http(s) address with nothing after host and port: the application lives at the root of its host. */
  origin(name: string): string | null {
    const value = this.text(name);
    if (value === null) return null;
    const url = URL.canParse(value) ? new URL(value) : null;
    const fits =
      url !== null &&
      ['http:', 'https:'].includes(url.protocol) &&
      url.pathname === '/' &&
      [url.search, url.hash, url.username].every((part) => part === '');
    if (!fits) {
      this.problem(`${name} must be an address such as https://tavolo.example.org, without a path; it is "${value}".`);
      return null;
    }
    return url.origin;
  }

  /** How many proxies stand in front, or at which addresses. */
  proxies(name: string): TrustedProxies | null {
    const value = this.text(name);
    const proxies = value === null ? null : readTrustedProxies(value);
    if (value !== null && proxies === null) {
      this.problem(
        `${name} must be the number of proxies in front, from 0 to 9, or their addresses, such as 127.0.0.1 or 10.0.0.0/8, ` +
          `with commas between them; it is "${value}".`,
      );
    }
    return proxies;
  }

  /** A mail address, alone or as in `Tavolo <tavolo@example.org>`. */
  address(name: string): string | null {
    const value = this.text(name);
    if (value === null || /^([^<>]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(value)) return value;
    this.problem(`${name} must be a mail address; it is "${value}".`);
    return null;
  }
}
