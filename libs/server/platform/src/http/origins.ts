/** Which pages may talk to this server with the reader's cookie. */
export class Origins {
  readonly #publicOrigin: string;

  /** `lenient` (outside production) also admits a page that the same host and port served, whatever its name. */
  constructor(
    publicUrl: string,
    private readonly lenient: boolean,
  ) {
    this.#publicOrigin = new URL(publicUrl).origin;
  }

  /** A missing `Origin` is refused: every browser sends it with unsafe requests and with WebSocket handshakes. */
  allows(origin: string | undefined, host: string | undefined): boolean {
    if (origin === undefined) return false;
    if (origin === this.#publicOrigin) return true;
    return this.lenient && host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
  }
}
