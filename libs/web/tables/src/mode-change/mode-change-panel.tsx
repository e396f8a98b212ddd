import { compositionOf, type ModeChangeView } from '@tavolo/contracts';
import { explainEffect, explainSupport } from '@tavolo/governance';
import { instant } from '@tavolo/kernel';
import {
  directoryOf,
  ExplanationTree,
  NamingProvider,
  tableMessages,
  useFormats,
  useLanguage,
  useMessages,
} from '@tavolo/web-ui';
import { useMemo } from 'react';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import { RulebookSentences } from '../rulebook/rulebook-sentences.js';
import { ModeChangeActs } from './mode-change-acts.js';
import { ModeChangeBallot } from './mode-change-ballot.js';
import { ModeChangeHistory } from './mode-change-history.js';
import { ModeChangeSteps } from './mode-change-steps.js';
import styles from './mode-change.module.css';

interface ModeChangePanelProps {
  readonly view: ModeChangeView;
  /** What is shown is read again. */
  readonly onDone: () => void;
}

/** One change of mode: how it stands and when, what one may do, why, the votes, the answer, the new rules, what happened. */
export function ModeChangePanel({ view, onDone }: ModeChangePanelProps) {
  const { change } = view;
  const { language } = useLanguage();
  const say = useMessages(modeChangeMessages);
  const sayTable = useMessages(tableMessages);
  const directory = useMemo(() => directoryOf(view, language), [view, language]);
  const naming = useMemo(() => ({ zone: change.from.zone, directory }), [change.from.zone, directory]);
  const { proposedAs, reason, answer, ballots } = change;
  const who =
    proposedAs === 'institution' ? say('institution') : say('bench', { sector: sayTable(`sector.${proposedAs}`) });
  return (
    <NamingProvider naming={naming}>
      <div className={styles.change}>
        <p className={styles.line}>{say(`state.${change.state}`)}</p>
        <ModeChangeSteps view={view} />
        <Times view={view} />
        <ModeChangeActs view={view} onDone={onDone} />
        <p>{say('proposedBy', { who })}</p>
        <h3>{say('reason')}</h3>
        <blockquote className={styles.quote} lang="">
          {reason}
        </blockquote>
        {ballots.toReversed().map((ballot) => (
          <ModeChangeBallot key={ballot.key} view={view} ballot={ballot} directory={directory} onDone={onDone} />
        ))}
        {answer && (
          <>
            <h3>{say('answer')}</h3>
            <blockquote className={styles.quote} lang="">
              {answer.text}
            </blockquote>
          </>
        )}
        <details className={styles.fold}>
          <summary>{say('rules')}</summary>
          <RulebookSentences rulebook={change.rulebook} />
        </details>
        <ModeChangeHistory view={view} directory={directory} />
      </div>
    </NamingProvider>
  );
}

/** When it may be voted on, takes effect, ends; and why. */
function Times({ view }: { readonly view: ModeChangeView }) {
  const { change, voteFrom, blockers, now } = view;
  const { state, effectiveFrom, effectiveAt, endsAt, proposedAs, supporters, since } = change;
  const say = useMessages(modeChangeMessages);
  const write = useFormats(change.from.zone);
  const open = blockers.find(({ until }) => until === null);
  const standing = state === 'standstill' && effectiveFrom !== null;
  const support =
    state === 'gathering' && proposedAs !== 'institution'
      ? explainSupport(proposedAs, supporters, compositionOf(view))
      : null;
  const shows = standing || effectiveAt !== null;
  return (
    <>
      {support && <p>{say('supporters', { count: supporters.length, of: Number(support.values.eligible) })}</p>}
      {voteFrom !== null && <p>{say('voteFrom', { at: write.dateTime(voteFrom) })}</p>}
      {standing && <p>{say('effectiveFrom', { at: write.dateTime(effectiveFrom) })}</p>}
      {standing && open && <p>{say('effectiveWaits', { key: open.key })}</p>}
      {effectiveAt !== null && state === 'in_force' && <p>{say('effectiveAt', { at: write.dateTime(effectiveAt) })}</p>}
      {endsAt !== null && state !== 'ended' && <p>{say('endsAt', { at: write.dateTime(endsAt) })}</p>}
      {state === 'ended' && <p>{say('endedAt', { at: write.dateTime(since) })}</p>}
      {shows && (
        <div className={styles.part}>
          <h3>{say('effect')}</h3>
          <ExplanationTree
            explanation={explainEffect(change, effectiveAt ?? instant(now), effectiveAt ? [] : blockers)}
          />
        </div>
      )}
    </>
  );
}
