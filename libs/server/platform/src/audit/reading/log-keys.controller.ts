import { logKeysSchema, type LogKeys } from '@tavolo/contracts';
import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Documented, Public, Reads } from '../../http/declarations.js';
import { Signer } from '../signing/signer.js';
import { AuditSpaces } from '../write/audit-spaces.js';

/** Publishes the keys of all logs. Pin them from here once, and from then on trust only what you pinned. */
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
  @Documented({ summary: 'Verifier keys (C2SP vkeys) of all logs of this installation', response: logKeysSchema })
  async keys(): Promise<LogKeys> {
    const spaces = await this.spaces.all(this.dataSource.manager);
    const logs = await Promise.all(
      spaces.map(async ({ origin }) => ({ origin, vkey: await this.signer.verifierKey(origin) })),
    );
    return { format: 'tavolo-log-keys/1', logs };
  }
}
