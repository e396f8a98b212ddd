import { type MandateView } from '@tavolo/contracts';
import { DataTable, stageName, useLanguage, useMessages, WordsText } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { mandateMessages } from '../messages/mandate-messages.js';
import { useMoney } from './use-money.js';

/** What was decided or is about to be under the mandate, and what it takes of the money; newest first. */
export function MandateDecisions({ view: { decisions } }: { readonly view: MandateView }) {
  const say = useMessages(mandateMessages);
  const { language } = useLanguage();
  const money = useMoney();
  if (decisions.length === 0) return null;
  return (
    <DataTable
      caption={say('decisions')}
      rows={decisions}
      rowKey={({ proposal }) => proposal}
      columns={[
        {
          key: 'decision',
          heading: say('decisions.decision'),
          names: true,
          cell: ({ proposal, title }) => (
            <Link to={`/proposals/${proposal}`}>
              {proposal} <WordsText words={title} marked />
            </Link>
          ),
        },
        { key: 'stage', heading: say('decisions.stage'), cell: ({ stage }) => stageName(stage, language) },
        { key: 'amount', heading: say('decisions.amount'), numeric: true, cell: ({ amount }) => money(amount) },
      ]}
    />
  );
}
