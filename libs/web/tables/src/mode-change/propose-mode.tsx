import { Button, NativeSelect } from '@mantine/core';
import { modeChangesRoutes, type ProposedMode, type TableView } from '@tavolo/contracts';
import { modes } from '@tavolo/governance';
import { usePerform } from '@tavolo/web-data';
import { ProblemMessage, ReasonField, Section, tableMessages, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import styles from './mode-change.module.css';
import { NewRulesFields, useNewRules } from './new-rules.js';

interface ProposeModeProps {
  readonly view: TableView;
  readonly onDone: () => void;
}

type As = ProposedMode['as'];

/** In whose names the reader may propose another mode: of the institution, of the bench of her seat, or of nobody. */
export function proposersOf({ me, seatsView }: TableView): readonly As[] {
  const seat = seatsView.find(({ id }) => id === me.seat);
  if (!seat) return [];
  return [
    ...(seat.decidingAuthority ? (['institution'] as const) : []),
    ...(seat.right === 'vote' ? [seat.sector] : []),
  ];
}

/** Whoever may proposes another mode: its rules, in whose name, and why. */
export function ProposeMode({ view, onDone }: ProposeModeProps) {
  const say = useMessages(modeChangeMessages);
  const sayTable = useMessages(tableMessages);
  const proposers = proposersOf(view);
  const rules = useNewRules(
    view,
    modes.filter((mode) => mode !== view.mode),
  );
  const [as, setAs] = useState<As>(proposers[0] ?? 'institution');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { perform, busy, error } = usePerform(modeChangesRoutes.propose, { onDone });
  const missing = reason.trim() === '';
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing || rules.draft.wrong) return;
    const body = { as, reason: reason.trim(), rulebook: rules.draft.rulebook };
    if (await perform({ params: { table: view.key }, body })) setReason('');
  };
  return (
    <Section title={say('propose.title')}>
      <div className={styles.change} data-print="no">
        <NewRulesFields rules={rules} />
        <NativeSelect
          label={say('propose.as')}
          value={as}
          data={proposers.map((one) => ({
            value: one,
            label:
              one === 'institution'
                ? say('propose.as.institution')
                : say('propose.as.sector', { sector: sayTable(`sector.${one}`) }),
          }))}
          onChange={({ currentTarget }) => setAs(proposers.find((one) => one === currentTarget.value) ?? as)}
        />
        <ReasonField
          label={say('reason')}
          value={reason}
          onChange={setReason}
          min={1}
          error={tried && missing ? say('textMissing') : undefined}
        />
        {tried && rules.draft.wrong && <p role="alert">{say('propose.wrong')}</p>}
        {error !== null && <ProblemMessage error={error} />}
        <p>
          <Button loading={busy} onClick={() => void send()}>
            {say('propose.send')}
          </Button>
        </p>
      </div>
    </Section>
  );
}
