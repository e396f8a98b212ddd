import { mandatesRoutes, type MandateView } from '@tavolo/contracts';
import { expenseTypes, type AutoAdministrationProcedure, type ExpenseType } from '@tavolo/governance';
import { useRead } from '@tavolo/web-data';
import {
  centsIn,
  euros,
  Loading,
  ProblemMessage,
  tableMessages,
  useFormats,
  useMessages,
  useWords,
} from '@tavolo/web-ui';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { decisionMessages } from '../messages/decision-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from '../planning/planning.module.css';

interface TermsFormProps {
  readonly procedure: AutoAdministrationProcedure;
}

/** Hands the draft in with what it spends and on what; the mandate is read for the words of its areas and exclusions. */
export function TermsForm({ procedure }: TermsFormProps) {
  const say = useMessages(decisionMessages);
  const mandate = procedure.mandate.key;
  const { data, error } = useRead(mandatesRoutes.mandate, { params: { mandate } });
  return (
    <Section title={say('terms.title')} id="terms">
      {data ? <Fields procedure={procedure} mandate={data} /> : error ? <ProblemMessage error={error} /> : <Loading />}
    </Section>
  );
}

/** An area that the mandate does not name: the check then says so. */
const elsewhere = 'other';

function Fields({ procedure, mandate }: TermsFormProps & { readonly mandate: MandateView }) {
  const { view } = useStanding();
  const say = useMessages(decisionMessages);
  const sayTable = useMessages(tableMessages);
  const words = useWords();
  const write = useFormats();
  const { perform, busy, error } = useAct();
  const last = procedure.submissions.at(-1)?.terms;
  const { scope, exclusions, perDecision } = mandate.mandate.terms;
  const [amount, setAmount] = useState(last ? euros(last.amount) : '');
  const [area, setArea] = useState(last?.area ?? '');
  const [expenseType, setExpenseType] = useState<ExpenseType>(last?.expenseType ?? 'current');
  const [touched, setTouched] = useState<readonly string[]>(last?.exclusions ?? []);
  const [beneficiaries, setBeneficiaries] = useState<readonly string[]>(last?.beneficiaries ?? []);
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const cents = centsIn(amount);
  const organisations = new Map(view.seats.flatMap(({ organisation: one }) => (one ? [[one.id, one.name]] : [])));
  const money = (value: number): string => write.money(euros(value));
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTries(tries + 1);
    if (cents === null || area === '') return;
    const said = { exclusions: [...touched], beneficiaries: [...beneficiaries] };
    await perform('decision.submitted', { amount: cents, area, expenseType, ...said });
  };
  return (
    <form ref={form} onSubmit={(event) => void send(event)} className={styles.form} noValidate>
      <p>{say('terms.lead', { mandate: mandate.key })}</p>
      <p className={styles.hint}>
        {say('terms.left', { perDecision: money(perDecision), left: money(mandate.sums.free) })}
      </p>
      <TextInput
        label={say('terms.amount')}
        description={say('terms.amount.hint')}
        value={amount}
        inputMode="decimal"
        maxLength={20}
        error={tries > 0 && cents === null ? say('terms.amount.wrong') : null}
        onChange={({ currentTarget }) => setAmount(currentTarget.value)}
      />
      <NativeSelect
        label={say('terms.area')}
        value={area}
        error={tries > 0 && area === '' ? say('terms.area.missing') : null}
        onChange={({ currentTarget }) => setArea(currentTarget.value)}
        data={[
          { value: '', label: say('terms.choose') },
          ...scope.map((one) => ({ value: one.id, label: words(one.words) })),
          { value: elsewhere, label: say('terms.area.other') },
        ]}
      />
      <NativeSelect
        label={say('terms.expenseType')}
        value={expenseType}
        onChange={({ currentTarget }) =>
          setExpenseType(expenseTypes.find((one) => one === currentTarget.value) ?? 'current')
        }
        data={expenseTypes.map((value) => ({ value, label: sayTable(`expense.${value}`) }))}
      />
      {exclusions.length > 0 && (
        <Checkbox.Group label={say('terms.exclusions')} value={[...touched]} onChange={setTouched}>
          {exclusions.map((one) => (
            <Checkbox key={one.id} value={one.id} label={words(one.words)} />
          ))}
        </Checkbox.Group>
      )}
      {organisations.size > 0 && (
        <Checkbox.Group label={say('terms.beneficiaries')} value={[...beneficiaries]} onChange={setBeneficiaries}>
          {[...organisations].map(([id, name]) => (
            <Checkbox key={id} value={id} label={words(name)} />
          ))}
        </Checkbox.Group>
      )}
      {error !== null && <ProblemMessage error={error} />}
      <Button type="submit" loading={busy}>
        {say('terms.send')}
      </Button>
    </form>
  );
}
