import { Button } from '@mantine/core';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import styles from './confirm-dialog.module.css';
import { ProblemMessage } from './problem-message.js';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, and whether it can be taken back, in a sentence or two; screen readers hear it with the title. */
  readonly explain?: ReactNode;
  /** What is asked for, such as a reason. */
  readonly children?: ReactNode;
  readonly confirm: string;
  /** For acts that cannot be taken back. */
  readonly danger?: boolean;
  /** The act is on its way: it is said so, and it cannot be confirmed twice. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  /** What went wrong: a problem (RFC 9457) or whatever was thrown, said inside the dialog. */
  readonly error?: unknown;
  readonly onConfirm: () => void;
  /** Cancel or Escape was pressed. */
  readonly onClose: () => void;
}

/** Asks before something happens: it says what will happen, the way back is as easy as the way on, and the focus returns to where it came from. */
export function ConfirmDialog({ opened, ...asked }: ConfirmDialogProps) {
  return opened ? <Dialog {...asked} /> : null;
}

function Dialog(props: Omit<ConfirmDialogProps, 'opened'>) {
  const { title, explain, children, confirm, danger = false, busy = false, disabled = false, error } = props;
  const { onConfirm, onClose } = props;
  const say = useMessages(shellMessages);
  const heading = useId();
  const sentence = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element leaves the page: a browser gives no focus back for a dialog that is already gone.
  useLayoutEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={heading}
      aria-describedby={explain ? sentence : undefined}
      aria-busy={busy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Some browsers close a dialog at the second Escape whatever the page says.
      onClose={() => dialog.current?.open === false && onClose()}
    >
      <div className={styles.body}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {explain && (
          <div id={sentence} className={styles.explain}>
            {explain}
          </div>
        )}
        {children}
        {error !== undefined && error !== null && <ProblemMessage error={error} />}
        <div className={styles.buttons}>
          <Button color={danger ? 'bad' : 'accent'} loading={busy} disabled={disabled} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button variant="outline" onClick={onClose}>
            {say('cancel')}
          </Button>
          <p role="status" className={styles.busy}>
            {busy && say('busy')}
          </p>
        </div>
      </div>
    </dialog>
  );
}
