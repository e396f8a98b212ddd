import { type AutoRegulationProcedure, subjectsOf } from '@tavolo/governance';
import { problemIn, ProblemMessage, refusalText, useMessages, useNaming } from '@tavolo/web-ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { charterMessages } from '../messages/charter-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import styles from './charter.module.css';
import { useClauses } from './use-clauses.js';

/** Assigns a commitment. Whoever has not signed stands apart in the list, and the refusal stands at the field. */
export function CommitmentForm({ procedure }: { readonly procedure: AutoRegulationProcedure }) {
  const say = useMessages(charterMessages);
  const naming = useNaming();
  const { perform, busy, error, reset } = useAct();
  const clauses = useClauses(procedure.version);
  const [holder, setHolder] = useState('');
  const [clause, setClause] = useState(clauses[0]?.value ?? '');
  const [what, setWhat] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const holders = useHolders(procedure);
  const refusal = problemIn(error);
  const notBound = error !== null && refusal.code === 'not_a_signatory';
  const missing = (value: string, fault: 'holder' | 'what' | 'dueOn'): string | null =>
    tries > 0 && value.trim() === '' ? say(`commitments.fault.${fault}`) : null;
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTries(tries + 1);
    if (holder === '' || what.trim() === '' || dueOn === '') return;
    if (!(await perform('charter.commitment_assigned', { holder, clause, what: what.trim(), dueOn }))) return;
    setHolder('');
    setWhat('');
    setDueOn('');
    setTries(0);
  };
  return (
    <Disclosure label={say('commitments.assign')}>
      <form ref={form} onSubmit={(event) => void send(event)} className={styles.form} noValidate>
        <NativeSelect
          label={say('commitments.holder')}
          value={holder}
          error={
            notBound
              ? refusalText({ code: 'not_a_signatory', params: refusal.params }, naming)
              : missing(holder, 'holder')
          }
          onChange={(event) => {
            reset();
            setHolder(event.currentTarget.value);
          }}
          data={[{ value: '', label: say('commitments.choose') }, ...holders]}
        />
        <NativeSelect
          label={say('commitments.clause')}
          value={clause}
          onChange={(event) => setClause(event.currentTarget.value)}
          data={[...clauses]}
        />
        <TextInput
          label={say('commitments.what')}
          value={what}
          maxLength={500}
          error={missing(what, 'what')}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          className={styles.due}
          label={say('commitments.dueOn')}
          value={dueOn}
          error={missing(dueOn, 'dueOn')}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        {error !== null && !notBound && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('commitments.send')}
        </Button>
      </form>
    </Disclosure>
  );
}

/** Signatories first, then those at the table whom the charter does not bind. */
function useHolders(procedure: AutoRegulationProcedure) {
  const { table, directory } = useStanding();
  const say = useMessages(charterMessages);
  const signed = procedure.signatures.map(({ subject }) => subject);
  const others = subjectsOf(table)
    .map(({ id }) => id)
    .filter((id) => !signed.includes(id));
  const named = (ids: readonly string[]) => ids.map((value) => ({ value, label: directory.subject(value) }));
  return [
    { group: say('commitments.signatories'), items: named(signed) },
    ...(others.length > 0 ? [{ group: say('commitments.others'), items: named(others) }] : []),
  ];
}
