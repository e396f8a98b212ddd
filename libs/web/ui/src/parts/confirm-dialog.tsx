import { Button, Modal } from '@mantine/core';
import { type ReactNode } from 'react';
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
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    title,
    children,
    confirm,
    danger = false,
    busy = false,
    disabled = false,
    onConfirm,
    onClose,
  } = props;
  const say = useMessages(shellMessages);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      classNames={{ title: styles.title ?? '' }}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className={styles.body}>
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
    </Modal>
  );
}
