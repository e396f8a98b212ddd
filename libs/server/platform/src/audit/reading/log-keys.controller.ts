import { logKeysSchema, type LogKeys } from '@tavolo/contracts';
import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Documented, Public, Reads } from '../../http/declarations.js';
import { Signer } from '../signing/signer.js';
import { AuditSpaces } from '../write/audit-spaces.js';

/**
 * Publishes the keys that sign the logs now; while keys change, a log has two of them, the newest first. Pin them from here once, and from then on trust only
 * what you pinned: a log itself says when its keys change.
 */
@Controller()
export class LogKeysController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly spaces: AuditSpaces,
    private readonly signer: Signer,
  ) {}

  @Get('.well-known/tavolo-log.json')
  @Public()
  @Reads('keys of the logs')
  @Documented({
    summary: 'Verifier keys (C2SP vkeys) of the logs of this installation that may be known',
    response: logKeysSchema,
  })
  async keys(): Promise<LogKeys> {
    const spaces = await this.spaces.all(this.dataSource.manager);
    const logs = await Promise.all(
      // That a private room exists is known to its members only; they read its key on its page.
      spaces
        .filter(({ kind }) => kind !== 'room')
        .map(async ({ origin }) => {
          const keys = await this.signer.keys(origin);
          return keys.filter(({ state }) => state !== 'retired').map(({ vkey }) => ({ origin, vkey }));
        }),
    );
    return { format: 'tavolo-log-keys/1', logs: logs.flatMap((ofLog) => ofLog.reverse()) };
  }
}
