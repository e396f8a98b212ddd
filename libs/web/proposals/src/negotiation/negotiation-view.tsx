import { negotiationOf, type PlanningProcedure } from '@tavolo/governance';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { ActButton } from '../acts/act-button.js';
import { negotiationMessages } from '../messages/negotiation-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { ClauseStandForm } from './clause-stand-form.js';
import styles from './negotiation.module.css';
import { StandsTable } from './stands-table.js';
import { useNegotiatedClauses } from './use-negotiated-clauses.js';
import { WhatMoved } from './what-moved.js';

interface NegotiationViewProps {
  readonly procedure: PlanningProcedure;
}

/**
 * Each party's stand side by side on each clause, objections with the change that would meet them, and what moved since the last round.
 * Afterwards it stays to be read, folded away; where nobody said anything there is nothing to keep.
 */
export function NegotiationView({ procedure }: NegotiationViewProps) {
  const say = useMessages(negotiationMessages);
  const { stage, rulebook, clauseStands = [] } = procedure;
  const write = useFormats(rulebook.zone);
  const { since, round } = negotiationOf(procedure, []);
  if (stage !== 'negotiating' && stage !== 'mediation') {
    if (clauseStands.length === 0) return null;
    return (
      <Disclosure label={say('title.past')}>
        <Stands procedure={procedure} />
      </Disclosure>
    );
  }
  const aside = since === null ? say('round', { n: round }) : say('round.since', { n: round, date: write.date(since) });
  return (
    <Section title={say('title')} aside={aside} id="stands">
      <p>{say('lead')}</p>
      <Stands procedure={procedure} />
    </Section>
  );
}

function Stands({ procedure }: NegotiationViewProps) {
  const { view, may } = useStanding();
  const say = useMessages(negotiationMessages);
  const { known, clauses } = useNegotiatedClauses();
  const [speaking, setSpeaking] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const negotiation = negotiationOf(procedure, clauses);
  const seat = view.seats.find(({ id }) => id === view.me.seat);
  const silent = (procedure.clauseStands ?? []).length === 0;
  const mine = may('stand.stated') ? (seat?.sector ?? null) : null;
  const speakOn = (clause: string): void => {
    setSpeaking(clause);
    setAsked(asked + 1);
  };
  return (
    <div className={styles.stack}>
      {silent && <p className={styles.soft}>{say('none')}</p>}
      {!silent && clauses.length > 0 && <WhatMoved negotiation={negotiation} clauses={clauses} />}
      {!known && <p className={styles.soft}>{say('unread')}</p>}
      {silent && known && clauses.length === 0 && <p className={styles.soft}>{say('noClauses')}</p>}
      {clauses.length > 0 && (
        <StandsTable
          clauses={clauses}
          stands={negotiation.clauses}
          parties={procedure.rulebook.parties}
          mine={mine}
          speakOn={speakOn}
        />
      )}
      {mine && speaking !== null && (
        <ClauseStandForm
          party={mine}
          clauses={clauses}
          clause={speaking}
          asked={asked}
          onClause={setSpeaking}
          onDone={() => setSpeaking(null)}
        />
      )}
      {may('negotiation_round.opened') && (
        <div>
          <ActButton
            act="negotiation_round.opened"
            label={say('round.open')}
            explain={say('round.open.explain')}
            body={() => ({})}
            quiet
          />
        </div>
      )}
    </div>
  );
}
