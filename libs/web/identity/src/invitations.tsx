import { identityRoutes, type InvitationView } from '@tavolo/contracts';
import { usePerform, useRead } from '@tavolo/web-data';
import { ConfirmDialog, EmptyState, ErrorState, Loading, Notice, ProblemMessage, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { identityMessages } from './identity-messages.js';
import { InvitationList } from './invitation-list.js';
import { InviteForm } from './invite-form.js';

/** Inviting, and the invitations with their state; they can be sent again or withdrawn while they are open. */
export function Invitations({ inviter }: { readonly inviter: string }) {
  const say = useMessages(identityMessages);
  const { data, error, refetch } = useRead(identityRoutes.invitations);
  const [withdrawing, setWithdrawing] = useState<InvitationView | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const reread = (): void => void refetch();
  const tell = (sentence: string): void => {
    setDone(sentence);
    reread();
  };
  const resending = usePerform(identityRoutes.resendInvitation, {
    onDone: ({ email }) => tell(say('invitations.sentAgain', { email })),
  });
  const ending = usePerform(identityRoutes.withdrawInvitation, {
    onDone: () => {
      tell(say('invitations.withdrawn', { name: withdrawing?.name ?? '' }));
      setWithdrawing(null);
    },
  });
  const problem = resending.error ?? ending.error;
  return (
    <>
      <InviteForm inviter={inviter} opened={data?.length === 0} onSent={reread} />
      {problem !== null && <ProblemMessage error={problem} />}
      {done !== null && <Notice tone="good" title={done} role="status" />}
      {!data && (error ? <ErrorState error={error} retry={reread} /> : <Loading />)}
      {data?.length === 0 && <EmptyState title={say('invitations.none')}>{say('invitations.noneDetail')}</EmptyState>}
      {data && data.length > 0 && (
        <InvitationList
          invitations={data}
          busy={resending.busy}
          onResend={({ id }) => void resending.perform({ params: { id } })}
          onWithdraw={setWithdrawing}
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
