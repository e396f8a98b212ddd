import { z } from 'zod';
import { Act, type ActContext } from '../acts/act.js';
import { type EntryDraft } from '../acts/entry-draft.js';

const command = z.strictObject({ stream: z.string(), text: z.string().min(1) });
type Command = z.infer<typeof command>;

/** What a test wants to happen inside the act. */
export type Script = (command: Command, context: ActContext) => Promise<void> | void;

/** An act for tests of the platform: runs a script, then records one entry in a stream, with the text as a disclosure. */
export class Note extends Act<Command, { readonly noted: string }> {
  override readonly name = 'doc.revision';
  override readonly command = command;

  constructor(
    private readonly space: string,
    private readonly script: Script = () => undefined,
    private readonly draft: Partial<EntryDraft> = {},
  ) {
    super();
  }

  override async execute(noted: Command, context: ActContext): Promise<{ readonly noted: string }> {
    await this.script(noted, context);
    context.record({
      space: this.space,
      act: this.name,
      stream: noted.stream,
      actor: 'm_writer',
      data: { length: noted.text.length },
      disclosures: [{ name: 'text', value: noted.text, subject: 'person-1' }],
      ...this.draft,
    });
    return { noted: noted.text };
  }
}
