import { type ClauseInNegotiation, type Sector } from '@tavolo/governance';
import { SectorBadge, useMessages } from '@tavolo/web-ui';
import { beginningOf } from '../amendments/use-clause-names.js';
import { negotiationMessages } from '../messages/negotiation-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import styles from './negotiation.module.css';
import { PartyCell } from './party-cell.js';
import { type NegotiatedClause } from './use-negotiated-clauses.js';

/** Characters of a clause by which it is known again beside the stands on it. */
const firstWords = 140;

interface StandsTableProps {
  readonly clauses: readonly NegotiatedClause[];
  readonly stands: readonly ClauseInNegotiation[];
  readonly parties: readonly Sector[];
  /** Of which party the reader speaks now; `null` where she speaks for none. */
  readonly mine: Sector | null;
  readonly speakOn: (clause: string) => void;
}

/** Clauses downwards, parties across; on a phone, clause by clause with the parties one below the other. */
export function StandsTable({ clauses, stands, parties, mine, speakOn }: StandsTableProps) {
  const say = useMessages(negotiationMessages);
  const sayText = useMessages(writingMessages);
  return (
    <div className={styles.room}>
      <table className={styles.table}>
        <caption>{say('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('clause')}</th>
            {parties.map((party) => (
              <th key={party} scope="col">
                <SectorBadge sector={party} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clauses.map(({ id, number, words, language }) => {
            const stand = stands.find(({ clause }) => clause === id);
            return (
              <tr key={id}>
                <th scope="row">
                  <span className={styles.number}>{sayText('clause', { number })}</span>
                  <span className={styles.words} lang={language}>
                    {beginningOf(words, firstWords)}
                  </span>
                  {stand?.words && <span className={styles.movement}>{say(`clause.${stand.words}`)}</span>}
                </th>
                {stand?.parties.map((one) => (
                  <td key={one.party}>
                    <span className={styles.label} aria-hidden="true">
                      <SectorBadge sector={one.party} />
                    </span>
                    <PartyCell stand={one} speak={one.party === mine ? () => speakOn(id) : null} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
