import { Button } from '@mantine/core';
import { type InvitationView } from '@tavolo/contracts';
import { DataTable, Moment, useMessages, WordsText } from '@tavolo/web-ui';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';

interface InvitationListProps {
  readonly invitations: readonly InvitationView[];
  /** While one is being sent again. */
  readonly busy: boolean;
  readonly onResend: (invitation: InvitationView) => void;
  readonly onWithdraw: (invitation: InvitationView) => void;
}

type State = InvitationView['state'];

/** The states in which somebody still has to do something come first. */
const order: readonly State[] = ['expired', 'opened', 'sent', 'accepted', 'withdrawn'];
const isOpen = ({ state }: InvitationView): boolean => state === 'sent' || state === 'opened';
const maySendAgain = (one: InvitationView): boolean => isOpen(one) || one.state === 'expired';

/** Invitations: those that still need something first, then by the day on which they were sent, the latest first. */
export function InvitationList({ invitations, busy, onResend, onWithdraw }: InvitationListProps) {
  const say = useMessages(identityMessages);
  const rows = [...invitations].sort(
    (one, other) => order.indexOf(one.state) - order.indexOf(other.state) || other.sentAt.localeCompare(one.sentAt),
  );
  return (
    <DataTable
      caption={say('invitations.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          heading: say('invitations.person'),
          names: true,
          cell: ({ name, email }) => (
            <>
              <strong>{name}</strong>
              <br />
              <span className={styles.soft}>{email}</span>
            </>
          ),
        },
        {
          key: 'where',
          heading: say('invitations.where'),
          cell: (one) => (one.table ? <WordsText words={one.table.name} /> : say('invitations.installation')),
        },
        {
          key: 'state',
          heading: say('invitations.state'),
          cell: ({ state }) => (
            <span className={styles.state} data-state={state}>
              {say(`state.${state}`)}
            </span>
          ),
        },
        { key: 'sent', heading: say('invitations.sentAt'), cell: ({ sentAt }) => <Moment at={sentAt} /> },
        {
          key: 'expires',
          heading: say('invitations.expires'),
          cell: (one) => maySendAgain(one) && <Moment at={one.expiresAt} />,
        },
        {
          key: 'actions',
          heading: say('invitations.actions'),
          cell: (one) =>
            maySendAgain(one) && (
              <span className={styles.buttons}>
                <Button
                  variant="outline"
                  size="sm"
                  aria-label={say('invitations.resendTo', { name: one.name })}
                  disabled={busy}
                  onClick={() => onResend(one)}
                >
                  {say('invitations.resend')}
                </Button>
                {isOpen(one) && (
                  <Button
                    variant="subtle"
                    size="sm"
                    aria-label={say('invitations.withdrawOf', { name: one.name })}
                    onClick={() => onWithdraw(one)}
                  >
                    {say('invitations.withdraw')}
                  </Button>
                )}
              </span>
            ),
        },
      ]}
    />
  );
}
