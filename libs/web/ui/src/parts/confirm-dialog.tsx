import { Button } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import styles from './confirm-dialog.module.css';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  readonly confirm: string;
  /** For acts that cannot be taken back. */
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something happens: it says what will happen, and the way back is as easy as the way on. */
export function ConfirmDialog({ opened, ...asked }: ConfirmDialogProps) {
  return opened ? <Dialog {...asked} /> : null;
}

function Dialog(props: Omit<ConfirmDialogProps, 'opened'>) {
  const { title, children, confirm, danger = false, busy = false, disabled = false, onConfirm, onClose } = props;
  const say = useMessages(shellMessages);
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // The browser gives the focus back to what had it before.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.body}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {children}
        <div className={styles.buttons}>
          <Button color={danger ? 'bad' : 'accent'} loading={busy} disabled={disabled} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button variant="outline" onClick={onClose}>
            {say('cancel')}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
