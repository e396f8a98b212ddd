import { type AmendmentView } from '@tavolo/contracts';
import { Moment, ProblemMessage, useMessages, WordsText } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { ActButton } from '../acts/act-button.js';
import { useAct } from '../acts/use-act.js';
import { pageMessages } from '../messages/page-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { AmendmentForm } from './amendment-form.js';
import styles from './amendments.module.css';
import { acceptedFate, amendingRights, fateOf, newestFrozen } from './may-amend.js';
import { useClauseNames } from './use-clause-names.js';

/** Changes that were asked for, what became of them, and asking for one. */
export function Amendments() {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  const { ask } = amendingRights(view);
  // Once a charter is frozen its changes are new versions, which stand elsewhere.
  if (view.mode === 'auto_regulation' && view.amendments.length === 0 && !ask) return null;
  return (
    <Section title={say('amendments')} id="changes">
      {view.amendments.length === 0 && <p className={styles.soft}>{say('amendments.none')}</p>}
      <ul className={styles.list}>
        {view.amendments.map((amendment) => (
          <Amendment key={amendment.key} amendment={amendment} />
        ))}
      </ul>
      {ask && <AmendmentForm />}
    </Section>
  );
}

function Amendment({ amendment }: { readonly amendment: AmendmentView }) {
  const { view, directory } = useStanding();
  const say = useMessages(pageMessages);
  const sayText = useMessages(writingMessages);
  const names = useClauseNames();
  const { key, kind, text, outcome, reason, by, at } = amendment;
  const fate = fateOf(view);
  const newest = newestFrozen(view);
  const isOpen = outcome === 'open';
  const accepted = acceptedFate(amendment, view);
  return (
    <li className={styles.amendment} data-outcome={outcome}>
      <p className={styles.head}>
        <strong>{key}</strong> <span>{say(`amendments.kind.${kind}`)}</span>
        <span className={styles.outcome}>
          {isOpen && fate !== 'open' ? sayText(`change.${fate}`) : say(`amendments.outcome.${outcome}`)}
        </span>
      </p>
      <p className={styles.about}>{names.about(amendment)}</p>
      <p className={styles.words}>
        <WordsText words={text} marked />
      </p>
      <p className={styles.by}>
        {directory.member(by)}, <Moment at={at} zone={view.procedure.rulebook.zone} />
      </p>
      {reason && (
        <p className={styles.by}>
          {say('amendments.reason')}: <WordsText words={reason} marked />
        </p>
      )}
      {isOpen && fate !== 'open' && <p className={styles.then}>{sayText(`change.${fate}.then`)}</p>}
      {accepted === 'toBeWritten' && <p className={styles.then}>{sayText('change.accepted.then')}</p>}
      {(accepted === 'frozen' || accepted === 'older') && (
        <p className={styles.then}>
          {sayText(`change.accepted.${accepted}`, { n: newest })}{' '}
          <Link to={`/proposals/${view.key}/versions/${newest}`}>{say('versions.open', { n: newest })}</Link>
        </p>
      )}
      {isOpen && <Answers amendment={amendment} numberNow={names.numberNow(amendment.clause)} />}
    </li>
  );
}

interface AnswersProps {
  readonly amendment: AmendmentView;
  readonly numberNow: number | null;
}

/** What the reader may do about a request that nobody has answered. */
function Answers({ amendment: { key, by }, numberNow }: AnswersProps) {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  const sayText = useMessages(writingMessages);
  const { perform, busy, error } = useAct();
  const { accept, reject, withdraw } = amendingRights(view);
  const mine = withdraw && view.me.member === by;
  if (!accept && !reject && !mine) return null;
  const where = numberNow === null ? sayText('change.inText') : sayText('change.inClause', { number: numberNow });
  const explain =
    view.kind === 'consultation' ? sayText('change.accept.consultation') : sayText('change.accept', { where });
  return (
    <div className={styles.actions}>
      {accept && (
        <ActButton
          act="amendment.accepted"
          label={say('amendments.accept')}
          explain={explain}
          quiet
          body={() => ({ amendment: key })}
        />
      )}
      {reject && (
        <ActButton
          act="amendment.rejected"
          label={say('amendments.reject')}
          explain={sayText('change.reject')}
          reason="required"
          quiet
          body={(words) => ({ amendment: key, reason: words })}
        />
      )}
      {mine && (
        <Button variant="subtle" loading={busy} onClick={() => void perform('amendment.withdrawn', { amendment: key })}>
          {say('amendments.withdraw')}
        </Button>
      )}
      {error !== null && <ProblemMessage error={error} />}
    </div>
  );
}
