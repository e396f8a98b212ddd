import { z } from 'zod';
import { Act, type ActContext } from '../../acts/act.js';

const command = z.strictObject({});

/** A key of one log. */
export interface KeyOfLog {
  readonly space: string;
  readonly vkey: string;
}

/** Tells in the logs that a key of theirs was added, or retired. The same key has another vkey in each log. */
export class RecordKeyChange extends Act<z.infer<typeof command>, null> {
  override readonly command = command;

  constructor(
    override readonly name: 'log.key.added' | 'log.key.retired',
    private readonly keys: readonly KeyOfLog[],
  ) {
    super();
  }

  override execute(_command: z.infer<typeof command>, context: ActContext): Promise<null> {
    for (const { space, vkey } of this.keys) {
      context.record({ space, act: this.name, stream: 'log:keys', actor: null, data: { vkey } });
    }
    return Promise.resolve(null);
  }
}
