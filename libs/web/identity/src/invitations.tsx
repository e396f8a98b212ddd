import { Button } from '@mantine/core';
import { identityRoutes, type InvitationView } from '@tavolo/contracts';
import { usePerform, useRead } from '@tavolo/web-data';
import {
  ConfirmDialog,
  DataTable,
  EmptyState,
  ErrorState,
  Loading,
  Moment,
  ProblemMessage,
  useMessages,
  WordsText,
} from '@tavolo/web-ui';
import { useState } from 'react';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { InviteForm } from './invite-form.js';

/** Invitations with their state; they can be sent again or withdrawn while they are open. */
export function Invitations() {
  const say = useMessages(identityMessages);
  const { data, error, refetch } = useRead(identityRoutes.invitations);
  const [withdrawing, setWithdrawing] = useState<InvitationView | null>(null);
  const reread = (): void => void refetch();
  const resending = usePerform(identityRoutes.resendInvitation, { onDone: reread });
  const ending = usePerform(identityRoutes.withdrawInvitation, {
    onDone: () => {
      setWithdrawing(null);
      reread();
    },
  });
  if (error) return <ErrorState error={error} retry={reread} />;
  if (!data) return <Loading />;
  const problem = resending.error ?? ending.error;
  return (
    <>
      <InviteForm onSent={reread} />
      {problem !== null && <ProblemMessage error={problem} />}
      {data.length === 0 ? (
        <EmptyState title={say('invitations.none')}>{say('invitations.noneDetail')}</EmptyState>
      ) : (
        <DataTable
          caption={say('invitations.title')}
          rows={data}
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
              cell: (one) => (one.table ? <WordsText words={one.table.name} /> : say('invitations.toInstallation')),
            },
            { key: 'state', heading: say('invitations.state'), cell: ({ state }) => say(`state.${state}`) },
            {
              key: 'expires',
              heading: say('invitations.expires'),
              cell: ({ expiresAt }) => <Moment at={expiresAt} />,
            },
            {
              key: 'actions',
              heading: say('invitations.actions'),
              cell: (one) =>
                one.state !== 'accepted' &&
                one.state !== 'withdrawn' && (
                  <span className={styles.buttons}>
                    <Button
                      variant="outline"
                      size="sm"
                      aria-label={say('invitations.resendTo', { name: one.name })}
                      disabled={resending.busy}
                      onClick={() => void resending.perform({ params: { id: one.id } })}
                    >
                      {say('invitations.resend')}
                    </Button>
                    <Button
                      variant="subtle"
                      size="sm"
                      aria-label={say('invitations.withdrawOf', { name: one.name })}
                      onClick={() => setWithdrawing(one)}
                    >
                      {say('invitations.withdraw')}
                    </Button>
                  </span>
                ),
            },
          ]}
        />
      )}
      <ConfirmDialog
        opened={withdrawing !== null}
        title={say('invitations.withdrawAsk')}
        confirm={say('invitations.withdraw')}
        danger
        busy={ending.busy}
        onConfirm={() => withdrawing && void ending.perform({ params: { id: withdrawing.id } })}
        onClose={() => setWithdrawing(null)}
      >
        <p>{say('invitations.withdrawDetail', { name: withdrawing?.name ?? '' })}</p>
      </ConfirmDialog>
    </>
  );
}
