import { Act, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';

const command = z.strictObject({ stream: z.string(), text: z.string() });
type Command = z.infer<typeof command>;

/** An act that decides nothing and records one entry with a disclosure, as an ordinary one does. */
export class Append extends Act<Command, null> {
  override readonly name = 'doc.revision';
  override readonly command = command;

  constructor(private readonly space: string) {
    super();
  }

  override execute({ stream, text }: Command, context: ActContext): Promise<null> {
    context.record({
      space: this.space,
      act: this.name,
      stream,
      actor: 'm_writer',
      data: { length: text.length },
      disclosures: [{ name: 'text', value: text, subject: stream }],
    });
    return Promise.resolve(null);
  }
}
