import { useMessages, useWords } from '@tavolo/web-ui';
import { charterMessages } from '../messages/charter-messages.js';
import { useStanding } from '../page/proposal-context.js';

/** How much of a clause tells it from the others. */
const shown = 60;

/** The clauses of a version to choose from: `Clause 2: Each signatory names one contact…`. */
export function useClauses(version: number | null): readonly { readonly value: string; readonly label: string }[] {
  const { view } = useStanding();
  const say = useMessages(charterMessages);
  const words = useWords();
  const clauses = view.versions.find(({ n }) => n === version)?.clauses ?? [];
  return clauses.map(({ id, number, text }) => ({
    value: id,
    label: say('clause.begins', { number, text: shortened(words(text)) }),
  }));
}

const shortened = (text: string): string => (text.length <= shown ? text : `${text.slice(0, shown).trimEnd()}…`);
