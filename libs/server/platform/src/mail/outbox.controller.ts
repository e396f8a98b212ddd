import { identityRoutes } from '@tavolo/contracts';
import { instant } from '@tavolo/kernel';
import { Controller } from '@nestjs/common';
import { NotFound } from '../acts/problems.js';
import { Handles, type ResponseOf } from '../http/handles.js';
import { MailStore } from './mail-store.js';

/** Whether mails are kept to be read: without SMTP, and never in production. */
export class OutboxAccess {
  constructor(readonly readable: boolean) {}
}

@Controller()
export class OutboxController {
  constructor(
    private readonly store: MailStore,
    private readonly access: OutboxAccess,
  ) {}

  @Handles(identityRoutes.outbox)
  async outbox(): Promise<ResponseOf<typeof identityRoutes.outbox>> {
    if (!this.access.readable) throw new NotFound('outbox');
    const letters = await this.store.newest(200);
    return letters.map(({ id, to, subject, text, language, at }) => ({
      id,
      to,
      subject,
      text,
      language,
      at: instant(at),
    }));
  }
}
