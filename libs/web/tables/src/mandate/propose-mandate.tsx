import { mandatesRoutes, type TableView } from '@tavolo/contracts';
import { expenseTypes, sectors } from '@tavolo/governance';
import { usePerform } from '@tavolo/web-data';
import { ProblemMessage, tableMessages, useLanguage, useMessages } from '@tavolo/web-ui';
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { mandateMessages } from '../messages/mandate-messages.js';
import { emptyMandate, missingIn, termsOf, type MandateDraft, type MandateField } from './mandate-draft.js';
import styles from './mandate.module.css';

interface ProposeMandateProps {
  readonly view: TableView;
  readonly onDone: () => void;
}

const amounts = ['budget', 'perDecision'] as const;
const dates = ['startsOn', 'expiresOn'] as const;
const lists = ['scope', 'exclusions'] as const;

/** Proposes a mandate with everything that it states (domain.md 2.3); nothing is decided under it until the institution grants it. */
export function ProposeMandate({ view, onDone }: ProposeMandateProps) {
  const { language } = useLanguage();
  const say = useMessages(mandateMessages);
  const sayTable = useMessages(tableMessages);
  const { perform, busy, error } = usePerform(mandatesRoutes.propose, { onDone });
  const [draft, setDraft] = useState<MandateDraft>(emptyMandate);
  const [tries, setTries] = useState(0);
  const missing = tries > 0 ? missingIn(draft) : [];
  const fault = (field: MandateField): string | null =>
    missing.includes(field) ? say(`propose.fault.${field === 'exclusions' ? 'scope' : field}`) : null;
  const change = (part: Partial<MandateDraft>): void => setDraft({ ...draft, ...part });
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (missingIn(draft).length > 0) return;
    void perform({ params: { table: view.key }, body: termsOf(draft, language) });
  };
  const seated = sectors.filter((sector) => view.seatsView.some((seat) => seat.sector === sector));
  return (
    <details className={styles.propose} data-print="no">
      <summary>{say('propose')}</summary>
      <form onSubmit={send} className={styles.fields} noValidate>
        <p>{say('propose.lead')}</p>
        <Checkbox.Group
          label={say('propose.holders')}
          value={[...draft.holders]}
          error={fault('holders')}
          onChange={(chosen) => change({ holders: sectors.filter((one) => chosen.includes(one)) })}
        >
          {seated.map((one) => (
            <Checkbox key={one} value={one} label={sayTable(`sector.${one}`)} />
          ))}
        </Checkbox.Group>
        {lists.map((field) => (
          <Textarea
            key={field}
            label={say(`propose.${field}`)}
            description={say('propose.lines')}
            rows={3}
            maxLength={4000}
            value={draft[field]}
            error={field === 'scope' ? fault('scope') : null}
            onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
          />
        ))}
        <Checkbox.Group
          label={say('propose.expenseTypes')}
          value={[...draft.expenseTypes]}
          error={fault('expenseTypes')}
          onChange={(chosen) => change({ expenseTypes: expenseTypes.filter((one) => chosen.includes(one)) })}
        >
          {expenseTypes.map((one) => (
            <Checkbox key={one} value={one} label={sayTable(`expense.${one}`)} />
          ))}
        </Checkbox.Group>
        {amounts.map((field) => (
          <TextInput
            key={field}
            label={say(`propose.${field}`)}
            inputMode="decimal"
            maxLength={20}
            value={draft[field]}
            error={fault(field)}
            onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
          />
        ))}
        {dates.map((field) => (
          <TextInput
            key={field}
            type="date"
            label={say(`propose.${field}`)}
            value={draft[field]}
            error={fault(field)}
            onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
          />
        ))}
        <TextInput
          label={say('propose.reportEveryDays')}
          inputMode="numeric"
          maxLength={4}
          value={draft.reportEveryDays}
          error={fault('reportEveryDays')}
          onChange={({ currentTarget }) => change({ reportEveryDays: currentTarget.value })}
        />
        <Textarea
          label={say('propose.grounds')}
          description={say('propose.lines')}
          rows={3}
          maxLength={4000}
          value={draft.grounds}
          error={fault('grounds')}
          onChange={({ currentTarget }) => change({ grounds: currentTarget.value })}
        />
        {error !== null && <ProblemMessage error={error} />}
        <div>
          <Button type="submit" loading={busy}>
            {say('propose.send')}
          </Button>
        </div>
      </form>
    </details>
  );
}
