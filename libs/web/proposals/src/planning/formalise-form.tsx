import { agreementKinds, type AgreementKind, type PlanningProcedure } from '@tavolo/governance';
import { ProblemMessage, tableMessages, useMessages, useWords } from '@tavolo/web-ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { planningMessages } from '../messages/planning-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { agreementBody, emptyDraft } from './agreement-draft.js';
import { CommitmentRows, MeasureRows } from './formalise-rows.js';
import styles from './planning.module.css';
import { ResponsibilityFields, type OrganisationChoice } from './responsibility-fields.js';

/** Turns an adopted proposal into an agreement; a clause without an answerable party blocks it and is named. */
export function FormaliseForm({ procedure }: { readonly procedure: PlanningProcedure }) {
  const { view } = useStanding();
  const say = useMessages(planningMessages);
  const sayTable = useMessages(tableMessages);
  const words = useWords();
  const { perform, busy, error } = useAct();
  const clauses = procedure.versions.at(-1)?.clauses ?? [];
  const [draft, setDraft] = useState(() => emptyDraft(clauses));
  const [tried, setTried] = useState(false);
  const organisations: readonly OrganisationChoice[] = [
    ...new Map(
      view.seats.flatMap(({ organisation }) =>
        organisation ? [[organisation.id, words(organisation.name)] as const] : [],
      ),
    ),
  ].map(([value, label]) => ({ value, label }));
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    void perform('agreement.formalised', agreementBody(draft));
  };
  return (
    <Section title={say('formalise.title')} id="formalise">
      <p>{say('formalise.lead')}</p>
      <form onSubmit={send} className={styles.form}>
        <NativeSelect
          label={say('formalise.kind')}
          value={draft.kind}
          onChange={(event) => setDraft({ ...draft, kind: event.currentTarget.value as AgreementKind })}
          data={agreementKinds.map((kind) => ({ value: kind, label: sayTable(`agreement.${kind}`) }))}
        />
        <h3>{say('formalise.responsibilities')}</h3>
        <div className={styles.matrix}>
          {draft.responsibilities.map((row, index) => (
            <ResponsibilityFields
              key={row.clause}
              row={row}
              number={index + 1}
              organisations={organisations}
              missing={tried && row.answers === null}
              onChange={(changed) =>
                setDraft({
                  ...draft,
                  responsibilities: draft.responsibilities.map((one) => (one.clause === row.clause ? changed : one)),
                })
              }
            />
          ))}
        </div>
        <CommitmentRows
          rows={draft.commitments}
          organisations={organisations}
          onChange={(commitments) => setDraft({ ...draft, commitments })}
        />
        <MeasureRows rows={draft.measures} onChange={(measures) => setDraft({ ...draft, measures })} />
        <TextInput
          type="date"
          label={say('formalise.reviewOn')}
          value={draft.reviewOn}
          required
          withAsterisk={false}
          onChange={(event) => setDraft({ ...draft, reviewOn: event.currentTarget.value })}
        />
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('formalise.send')}
        </Button>
      </form>
    </Section>
  );
}
