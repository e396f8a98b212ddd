import { type ProposalActBody, type ProposalActName } from '@tavolo/contracts';
import { ConfirmDialog, ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { pageMessages } from '../messages/page-messages.js';
import { useAct } from './use-act.js';

export interface ActButtonProps<Name extends ProposalActName> {
  readonly act: Name;
  readonly label: string;
  /** What will happen, said before it happens. */
  readonly explain?: string | undefined;
  readonly body: (reason: string) => ProposalActBody<Name>;
  /** Whether a written reason goes with the act. */
  readonly reason?: 'none' | 'optional' | 'required';
  readonly reasonLabel?: string | undefined;
  readonly danger?: boolean;
  readonly quiet?: boolean;
}

/** A step that is asked about before it is taken; what was typed stays when the server refuses. */
export function ActButton<Name extends ProposalActName>(props: ActButtonProps<Name>) {
  const { act, label, explain, body, reason = 'none', reasonLabel, danger = false, quiet = false } = props;
  const say = useMessages(pageMessages);
  const { perform, busy, error, reset } = useAct();
  const [opened, setOpened] = useState(false);
  const [words, setWords] = useState('');
  const close = (): void => {
    reset();
    setOpened(false);
  };
  const confirm = async (): Promise<void> => {
    if (!(await perform(act, body(words.trim())))) return;
    setWords('');
    setOpened(false);
  };
  return (
    <>
      <Button variant={quiet ? 'outline' : 'filled'} onClick={() => setOpened(true)}>
        {label}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={label}
        confirm={label}
        danger={danger}
        busy={busy}
        disabled={reason === 'required' && words.trim() === ''}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        {explain && <p>{explain}</p>}
        {reason !== 'none' && (
          <ReasonField
            label={reasonLabel ?? say('reason')}
            value={words}
            onChange={setWords}
            min={reason === 'required' ? 1 : 0}
            optional={reason === 'optional'}
          />
        )}
        {error !== null && <ProblemMessage error={error} />}
      </ConfirmDialog>
    </>
  );
}
