import { type AmendmentView } from '@tavolo/contracts';
import { Moment, ProblemMessage, useMessages, WordsText } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { ActButton } from '../acts/act-button.js';
import { useAct } from '../acts/use-act.js';
import { pageMessages } from '../messages/page-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { AmendmentForm } from './amendment-form.js';
import styles from './amendments.module.css';
import { amendingRights } from './may-amend.js';

/** Changes that were asked for, what became of them, and asking for one. */
export function Amendments() {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  const { ask } = amendingRights(view);
  // Once a charter is frozen its changes are new versions, which stand elsewhere.
  if (view.mode === 'auto_regulation' && view.amendments.length === 0 && !ask) return null;
  return (
    <Section title={say('amendments')}>
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
  const { perform, busy, error } = useAct();
  const { key, kind, text, outcome, reason, by, at } = amendment;
  const { answer: answers, withdraw } = amendingRights(view);
  const mine = withdraw && view.me.member === by;
  return (
    <li className={styles.amendment} data-outcome={outcome}>
      <p className={styles.head}>
        <strong>{key}</strong> <span>{say(`amendments.kind.${kind}`)}</span>
        <span className={styles.outcome}>{say(`amendments.outcome.${outcome}`)}</span>
      </p>
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
      {outcome === 'open' && (answers || mine) && (
        <div className={styles.actions}>
          {answers && (
            <Button
              variant="outline"
              loading={busy}
              onClick={() => void perform('amendment.accepted', { amendment: key })}
            >
              {say('amendments.accept')}
            </Button>
          )}
          {answers && (
            <ActButton
              act="amendment.rejected"
              label={say('amendments.reject')}
              reason="required"
              quiet
              body={(words) => ({ amendment: key, reason: words })}
            />
          )}
          {mine && (
            <Button
              variant="subtle"
              loading={busy}
              onClick={() => void perform('amendment.withdrawn', { amendment: key })}
            >
              {say('amendments.withdraw')}
            </Button>
          )}
        </div>
      )}
      {error !== null && <ProblemMessage error={error} />}
    </li>
  );
}
