import { type Ballot, type BallotResult as Result } from '@tavolo/governance';
import { ExplanationTree, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { planningMessages } from '../messages/planning-messages.js';
import styles from './planning.module.css';

interface BallotResultProps {
  readonly ballot: Ballot;
  readonly result: Result;
}

/** The verdict in one sentence, and why, down to the numbers. */
export function BallotResult({ ballot, result }: BallotResultProps) {
  const say = useMessages(planningMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  const { yes, no, abstain, eligible } = result.total;
  const against = ballot.decision.concurrence.filter((sector) => result.sectorConcurrence[sector] === false);
  return (
    <div className={styles.stack}>
      <p className={styles.verdict} data-verdict={result.verdict}>
        {say(`result.${result.verdict}`)}
      </p>
      <p>{say('result.line', { yes, no, count: abstain, eligible })}</p>
      {result.verdict === 'rejected' && result.majority && against.length > 0 && (
        <p>
          <strong>
            {say('result.majorityBut', { sectors: write.list(against.map((sector) => sayTable(`sector.${sector}`))) })}
          </strong>
        </p>
      )}
      {result.verdict === 'rejected' && !result.majority && <p>{say('result.noMajority')}</p>}
      <ExplanationTree explanation={result.explanation} opened />
      <p className={styles.hint}>
        {say('result.rulebook', { rulebook: ballot.rulebook.key, version: ballot.rulebook.version })}
      </p>
    </div>
  );
}
