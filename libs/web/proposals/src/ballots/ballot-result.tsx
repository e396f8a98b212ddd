import { outstanding, type Ballot, type BallotResult as Result, type EarlyClosing } from '@tavolo/governance';
import { ExplanationTree, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { planningMessages } from '../messages/planning-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { useOfficer } from './officer.js';
import styles from '../planning/planning.module.css';

interface BallotResultProps {
  readonly ballot: Ballot;
  readonly result: Result;
}

/** The verdict in one sentence, and why, down to the numbers. */
export function BallotResult({ ballot, result }: BallotResultProps) {
  const say = useMessages(planningMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  const { directory } = useStanding();
  const silent = outstanding(ballot).map((seat) => directory.seatHolder(seat));
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
      {ballot.closedEarly && <ClosedEarly closing={ballot.closedEarly} />}
      {silent.length > 0 && <p>{say('result.notVoted', { names: write.list(silent) })}</p>}
      <ExplanationTree explanation={result.explanation} opened />
      <p className={styles.hint}>
        {say('result.rulebook', { rulebook: ballot.rulebook.key, version: ballot.rulebook.version })}
      </p>
    </div>
  );
}

/** That it was closed by hand before its time or before everybody had voted: by whom, and the reason given. */
function ClosedEarly({ closing }: { readonly closing: EarlyClosing }) {
  const say = useMessages(planningMessages);
  const officer = useOfficer();
  const { by, requestedBy, reason } = closing;
  const name = officer(by);
  return (
    <div>
      <p>
        {requestedBy === null
          ? say('result.closedByOne', { name })
          : say('result.closedByTwo', { name, other: officer(requestedBy) })}
      </p>
      <blockquote className={styles.quote}>
        <Written>{reason}</Written>
      </blockquote>
    </div>
  );
}
