import { createServer, type Server, type ServerResponse } from 'node:http';
import { type Health } from '@tavolo/contracts';
import { type Config } from './config.js';

/** What a start does, one after the other. */
const steps = ['database', 'migrations', 'application'] as const;
export type StartStep = (typeof steps)[number];

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2"><title>Tavolo</title></head>
<body>
<p>Tavolo is starting. This page opens by itself when it is ready.</p>
<p lang="it">Tavolo si sta avviando. La pagina si apre da sola quando è pronto.</p>
</body>
</html>
`;

/**
 * Answers on the port of the application until that listens itself, so that a long first start does not look like a server that is away:
 * `/health` says with 503 what is ready and what is under way, every other request gets 503 and a page that loads itself again.
 */
export class StartingServer {
  readonly #server: Server;
  readonly #ready = new Set<StartStep>();

  private constructor(private readonly version: string) {
    this.#server = createServer(({ url, method }, response) => {
      const path = url?.split('?')[0];
      if (path === '/health' && (method === 'GET' || method === 'HEAD')) {
        answer(response, 'application/json; charset=utf-8', JSON.stringify(this.health));
      } else answer(response, 'text/html; charset=utf-8', page);
    });
  }

  /**
   * Listens; come here after `settlePort`.
   * @throws Error of the system when the port was taken meanwhile.
   */
  static async open({ port, host }: Pick<Config, 'port' | 'host'>, version: string): Promise<StartingServer> {
    const starting = new StartingServer(version);
    await new Promise<void>((resolve, reject) => {
      starting.#server.once('error', reject).listen({ port, host: host ?? undefined }, resolve);
    });
    return starting;
  }

  /** What `/health` says now. */
  get health(): Health {
    const current = steps.find((step) => !this.#ready.has(step));
    const said = (step: StartStep) => {
      if (this.#ready.has(step)) return 'is ready';
      return step === current ? 'is being made ready' : 'waits for what comes before it';
    };
    const checks = steps.map((step) => [step, { ok: this.#ready.has(step), detail: said(step) }] as const);
    return { status: 'failing', version: this.version, checks: Object.fromEntries(checks) };
  }

  /** A step of the start is done. */
  reached(step: StartStep): void {
    this.#ready.add(step);
  }

  /** Gives the port back, at once. Safe to call twice. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}

function answer(response: ServerResponse, type: string, body: string): void {
  response
    .writeHead(503, {
      'Content-Type': type,
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Retry-After': '2',
      Connection: 'close',
    })
    .end(body);
}
