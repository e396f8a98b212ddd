import { agreementKinds, type AgreementKind, type PlanningProcedure } from '@tavolo/governance';
import { localDateOf } from '@tavolo/kernel';
import { ConfirmDialog, Notice, ProblemMessage, tableMessages, useMessages, useWords } from '@tavolo/web-ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { agreementMessages } from '../messages/agreement-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { agreementBody, emptyDraft, type AgreementDraft } from './agreement-draft.js';
import { agreementFaults, type FaultyField } from './agreement-faults.js';
import { CommitmentRows, MeasureRows } from './formalise-rows.js';
import styles from './formalise.module.css';
import { type OrganisationChoice } from './organisation-choices.js';
import planningStyles from './planning.module.css';
import { ResponsibilityFields } from './responsibility-fields.js';

/** Turns an adopted proposal into an agreement. What is missing is said at each field and in one list, and the first such field takes the focus; before it is formalised it says what follows. */
export function FormaliseForm({ procedure }: { readonly procedure: PlanningProcedure }) {
  const { view, now } = useStanding();
  const say = useMessages(agreementMessages);
  const sayTable = useMessages(tableMessages);
  const { perform, busy, error } = useAct();
  const organisations = useOrganisations();
  const adopted = procedure.adoption?.version;
  const clauses = procedure.versions.find(({ version }) => version === adopted)?.clauses ?? [];
  const version = view.versions.find(({ n }) => n === adopted);
  const [draft, setDraft] = useState(() => emptyDraft(clauses));
  const [tries, setTries] = useState(0);
  const [asking, setAsking] = useState(false);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const faults = agreementFaults(draft, localDateOf(now, procedure.rulebook.zone));
  const shown = tries > 0 ? faults : [];
  const sayFault = useFaultText();
  const faultAt = (field: string): string | undefined => {
    const found = shown.find((one) => one.field === field);
    return found && say(`formalise.fault.${found.fault}`);
  };
  const change = (part: Partial<AgreementDraft>): void => setDraft({ ...draft, ...part });
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    setAsking(faults.length === 0);
  };
  const formalise = async (): Promise<void> => {
    await perform('agreement.formalised', agreementBody(draft));
    setAsking(false);
  };
  return (
    <Section title={say('formalise.title')} id="formalise">
      <p>{say('formalise.lead')}</p>
      <form ref={form} onSubmit={send} className={planningStyles.form} noValidate>
        <NativeSelect
          label={say('formalise.kind')}
          value={draft.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as AgreementKind })}
          data={agreementKinds.map((kind) => ({ value: kind, label: sayTable(`agreement.${kind}`) }))}
        />
        <h3>{say('formalise.responsibilities')}</h3>
        <div className={styles.parts}>
          {draft.responsibilities.map((row, index) => (
            <ResponsibilityFields
              key={row.clause}
              row={row}
              number={index + 1}
              version={version}
              original={view.document.language}
              organisations={organisations}
              missing={tries > 0 && row.answers === null}
              onChange={(changed) =>
                change({
                  responsibilities: draft.responsibilities.map((one) => (one.clause === row.clause ? changed : one)),
                })
              }
            />
          ))}
        </div>
        <CommitmentRows
          rows={draft.commitments}
          organisations={organisations}
          faultAt={faultAt}
          onChange={(commitments) => change({ commitments })}
        />
        <MeasureRows rows={draft.measures} faultAt={faultAt} onChange={(measures) => change({ measures })} />
        <TextInput
          id="reviewOn"
          type="date"
          className={styles.review}
          label={say('formalise.reviewOn')}
          value={draft.reviewOn}
          error={faultAt('reviewOn')}
          onChange={(event) => change({ reviewOn: event.currentTarget.value })}
        />
        {shown.length > 0 && (
          <Notice tone="care" role="alert" title={say('formalise.incomplete')}>
            <ul>
              {shown.map((one) => (
                <li key={one.field}>
                  <a href={`#${one.field}`}>{sayFault(one)}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('formalise.send')}
        </Button>
      </form>
      <ConfirmDialog
        opened={asking}
        title={say('formalise.send')}
        explain={
          <>
            <p>{say('formalise.sure', { kind: sayTable(`agreement.${draft.kind}`) })}</p>
            <p>{say('formalise.sure.final')}</p>
          </>
        }
        confirm={say('formalise.send')}
        busy={busy}
        onConfirm={() => void formalise()}
        onClose={() => setAsking(false)}
      />
    </Section>
  );
}

/** Organisations with a seat at the table, each once. */
function useOrganisations(): readonly OrganisationChoice[] {
  const { view } = useStanding();
  const words = useWords();
  const byId = new Map(
    view.seats.flatMap(({ organisation }) =>
      organisation ? [[organisation.id, words(organisation.name)] as const] : [],
    ),
  );
  return [...byId].map(([value, label]) => ({ value, label }));
}

/** A fault with the place where it is: `Commitment 1: say by when`. */
function useFaultText(): (fault: FaultyField) => string {
  const say = useMessages(agreementMessages);
  return ({ fault, part, number }) => {
    if (part === 'clause') return say('formalise.missingClause', { number });
    const sentence = say(`formalise.fault.${fault}`);
    return part === 'review' ? sentence : `${say(`formalise.${part}`, { number })}: ${sentence}`;
  };
}
