import { type ProposalActBody, type ProposalActName } from '@tavolo/contracts';
import { ConfirmDialog, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { pageMessages } from '../messages/page-messages.js';
import { useReasonFault } from './reason-fault.js';
import { useAct } from './use-act.js';
import { useFirstWrong } from './use-first-wrong.js';

export interface ActButtonProps<Name extends ProposalActName> {
  readonly act: Name;
  readonly label: string;
  /** What will happen, said before it happens; where nothing special follows, that it is recorded. */
  readonly explain?: string | undefined;
  readonly body: (reason: string) => ProposalActBody<Name>;
  /** Whether a written reason goes with the act. */
  readonly reason?: 'none' | 'optional' | 'required';
  readonly reasonLabel?: string | undefined;
  readonly danger?: boolean;
  readonly quiet?: boolean;
}

/** A step that is asked about before it is taken; what was typed stays when the server refuses, and a missing reason is said at its field. */
export function ActButton<Name extends ProposalActName>(props: ActButtonProps<Name>) {
  const { act, label, explain, body, reason = 'none', reasonLabel, danger = false, quiet = false } = props;
  const say = useMessages(pageMessages);
  const { perform, busy, error, reset } = useAct();
  const [opened, setOpened] = useState(false);
  const [words, setWords] = useState('');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLDivElement>(tries, error);
  const refused = useReasonFault(error, say('reason.missing'));
  const asks = reason !== 'none';
  const missing = reason === 'required' && words.trim() === '';
  const fault = tries > 0 && missing ? say('reason.missing') : asks ? refused : null;
  const close = (): void => {
    reset();
    setTries(0);
    setOpened(false);
  };
  const confirm = async (): Promise<void> => {
    setTries(tries + 1);
    if (missing || !(await perform(act, body(words.trim())))) return;
    setWords('');
    close();
  };
  return (
    <>
      <Button variant={quiet ? 'outline' : 'filled'} onClick={() => setOpened(true)}>
        {label}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={label}
        explain={<p>{explain ?? say('act.recorded')}</p>}
        confirm={label}
        danger={danger}
        busy={busy}
        error={fault === null ? error : null}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        {asks && (
          <div ref={form}>
            <ReasonField
              label={reasonLabel ?? say('reason')}
              value={words}
              onChange={setWords}
              min={reason === 'required' ? 1 : 0}
              optional={reason === 'optional'}
              error={fault}
            />
          </div>
        )}
      </ConfirmDialog>
    </>
  );
}
