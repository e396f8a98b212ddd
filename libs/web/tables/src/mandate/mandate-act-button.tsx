import { type MandateActBody, type MandateView } from '@tavolo/contracts';
import { type MandateActName } from '@tavolo/governance';
import { ConfirmDialog, ReasonField, useMessages, useWords } from '@tavolo/web-ui';
import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { mandateMessages } from '../messages/mandate-messages.js';
import styles from './mandate.module.css';
import { useMandateAct } from './use-mandate-act.js';

interface MandateActButtonProps<Name extends MandateActName> {
  readonly view: MandateView;
  readonly onDone: () => void;
  readonly act: Name;
  /** The words of the button and of what follows. */
  readonly name: 'report' | 'heard' | 'resume' | 'suspend' | 'announce' | 'withdraw' | 'revoke';
  readonly explain?: string;
  readonly textLabel?: string;
  readonly max?: number;
  /** One of the mandate's grounds of revocation goes with it. */
  readonly grounded?: boolean;
  readonly danger?: boolean;
  readonly body: (said: { readonly text: string; readonly ground: string }) => MandateActBody<Name>;
}

/** An act on the mandate that is asked about first, with what is written for it; what is missing is said at its field. */
export function MandateActButton<Name extends MandateActName>(props: MandateActButtonProps<Name>) {
  const { view, onDone, act, name, explain, textLabel, max = 4000, grounded = false, danger = false, body } = props;
  const say = useMessages(mandateMessages);
  const words = useWords();
  const { perform, busy, error, reset } = useMandateAct(view, onDone);
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const [ground, setGround] = useState('');
  const [tries, setTries] = useState(0);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const noGround = grounded && ground === '';
  const noText = text.trim() === '';
  const label = say(`do.${name}`);
  const follows = name === 'announce' ? (explain ?? '') : say(`do.${name}.explain`);
  const close = (): void => {
    reset();
    setTries(0);
    setOpened(false);
  };
  const confirm = async (): Promise<void> => {
    setTries(tries + 1);
    if (noGround || noText || !(await perform(act, body({ text: text.trim(), ground })))) return;
    setText('');
    setGround('');
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
        explain={<p>{follows}</p>}
        confirm={label}
        danger={danger}
        busy={busy}
        error={error}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        <div ref={fields} className={styles.fields}>
          {grounded && (
            <NativeSelect
              label={say('ground')}
              value={ground}
              error={tries > 0 && noGround ? say('groundMissing') : null}
              onChange={({ currentTarget }) => setGround(currentTarget.value)}
              data={[
                { value: '', label: say('groundMissing') },
                ...view.mandate.terms.revocation.grounds.map((one) => ({ value: one.id, label: words(one.words) })),
              ]}
            />
          )}
          <ReasonField
            label={textLabel ?? say('reason')}
            value={text}
            onChange={setText}
            min={1}
            max={max}
            rows={5}
            error={tries > 0 && noText ? say('reasonMissing') : undefined}
          />
        </div>
      </ConfirmDialog>
    </>
  );
}
