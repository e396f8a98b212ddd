import { restoreData, type NoteSigner, type Restore } from '@tavolo/audit-log';
import { z } from 'zod';
import { Act, type ActContext } from '../../acts/act.js';

const command = z.strictObject({});

/** A restore, and the log that tells it: its own, or that of the installation when the backup does not hold that log at all. */
export interface RestoreToTell {
  readonly space: string;
  readonly restore: Restore;
}

/** Tells in the logs that a backup was restored and what was lost, signed by the operator. */
export class RecordRestore extends Act<z.infer<typeof command>, null> {
  override readonly name = 'restore.performed';
  override readonly command = command;

  constructor(
    private readonly restores: readonly RestoreToTell[],
    private readonly operator: NoteSigner,
  ) {
    super();
  }

  override execute(_command: z.infer<typeof command>, context: ActContext): Promise<null> {
    for (const { space, restore } of this.restores) {
      const data = restoreData(restore, this.operator);
      context.record({ space, act: this.name, stream: 'log:restores', actor: null, data });
    }
    return Promise.resolve(null);
  }
}
