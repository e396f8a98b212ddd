import { Button } from '@mantine/core';
import { type ModeChangeActBody, type ModeChangeView } from '@tavolo/contracts';
import { type ModeChangeActName } from '@tavolo/governance';
import { ConfirmDialog, ReasonField, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import { useModeChangeAct } from './use-mode-change-act.js';

export interface ModeChangeActButtonProps<Name extends ModeChangeActName> {
  readonly view: ModeChangeView;
  readonly onDone: () => void;
  readonly act: Name;
  /** The words of the button and of what follows. */
  readonly name: 'support' | 'withdraw' | 'open' | 'close' | 'consent' | 'refuse';
  /** Whether words go with it. */
  readonly written: boolean;
  readonly danger?: boolean;
  readonly body: (text: string) => ModeChangeActBody<Name>;
}

/** An act on the change of mode that is asked about first, with what is written for it; what is missing is said at its field. */
export function ModeChangeActButton<Name extends ModeChangeActName>(props: ModeChangeActButtonProps<Name>) {
  const { view, onDone, act, name, written, danger = false, body } = props;
  const say = useMessages(modeChangeMessages);
  const { perform, busy, error, reset } = useModeChangeAct(view, onDone);
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const missing = written && text.trim() === '';
  const label = say(`do.${name}`);
  const close = (): void => {
    reset();
    setTried(false);
    setOpened(false);
  };
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (missing || !(await perform(act, body(text.trim())))) return;
    setText('');
    close();
  };
  return (
    <>
      <Button variant={danger ? 'outline' : 'filled'} onClick={() => setOpened(true)}>
        {label}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={label}
        explain={<p>{say(`do.${name}.explain`)}</p>}
        confirm={label}
        danger={danger}
        busy={busy}
        error={error}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        {written && (
          <ReasonField
            label={say('text')}
            value={text}
            onChange={setText}
            min={1}
            error={tried && missing ? say('textMissing') : undefined}
          />
        )}
      </ConfirmDialog>
    </>
  );
}
