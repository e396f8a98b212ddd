import { type AutoAdministrationProcedure } from '@tavolo/governance';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { Written } from '../acts/written.js';
import { BallotPanel } from '../ballots/ballot-panel.js';
import { useOfficer } from '../ballots/officer.js';
import { decisionMessages } from '../messages/decision-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from '../planning/planning.module.css';
import { CallIns } from './call-ins.js';
import { DecisionState, ScopeCheck } from './decision-state.js';
import { DecisionSteps, RareDecisionSteps } from './decision-steps.js';
import { InstitutionForms } from './institution-forms.js';
import { TermsForm } from './terms-form.js';

interface DecisionPartProps {
  readonly procedure: AutoAdministrationProcedure;
}

/** A decision under a mandate as people see it now: how it stands, what the reader may do, the ballot, the check. */
export function DecisionPanel({ procedure }: DecisionPartProps) {
  const { may, view } = useStanding();
  const say = useMessages(decisionMessages);
  const { mandate } = procedure;
  const ballot = procedure.ballots.at(-1);
  const open = ballot?.state === 'open' || ballot?.state === 'suspended';
  return (
    <>
      <p>
        {say('terms.under')} <Link to={`/tables/${view.table.key}#mandate-${mandate.key}`}>{mandate.key}</Link>
      </p>
      <DecisionState procedure={procedure} />
      <CallIns procedure={procedure} />
      {may('decision.submitted') && <TermsForm procedure={procedure} />}
      <InstitutionForms procedure={procedure} />
      <DecisionSteps procedure={procedure} />
      {ballot && <BallotPanel key={ballot.key} ballot={ballot} {...(open && { id: 'ballot' })} />}
      <ScopeCheck procedure={procedure} />
      <RareDecisionSteps procedure={procedure} />
    </>
  );
}

/** The decision note, once it was published (domain.md 2.2, In writing). */
export function DecisionNote({ procedure: { note, rulebook } }: DecisionPartProps) {
  const say = useMessages(decisionMessages);
  const write = useFormats(rulebook.zone);
  const officer = useOfficer();
  if (!note) return null;
  return (
    <Section title={say('note')}>
      <blockquote className={styles.quote}>
        <Written>{note.text}</Written>
      </blockquote>
      <p className={styles.hint}>{say('note.by', { name: officer(note.by), date: write.date(note.at) })}</p>
    </Section>
  );
}
