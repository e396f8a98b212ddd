import { z } from 'zod';
import { Act, type ActContext } from '../../acts/act.js';
import { type AuditSpaces } from './audit-spaces.js';

const command = z.strictObject({});

/** Opens the log of the installation; the first act of all. */
export class OpenSystemLog extends Act<z.infer<typeof command>, { readonly space: string }> {
  override readonly name = 'space.created';
  override readonly command = command;

  constructor(private readonly spaces: AuditSpaces) {
    super();
  }

  override async execute(_command: z.infer<typeof command>, context: ActContext): Promise<{ readonly space: string }> {
    const space = this.spaces.newId();
    await this.spaces.open(context.manager, { id: space, kind: 'system', origin: this.spaces.originOf('system') });
    context.record({ space, act: this.name, stream: 'space:system', actor: null, data: { kind: 'system' } });
    return { space };
  }
}
