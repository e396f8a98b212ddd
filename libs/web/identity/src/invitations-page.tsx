import { Page, useMessages } from '@tavolo/web-ui';
import { identityMessages } from './identity-messages.js';
import { Invitations } from './invitations.js';
import { SignedInOnly } from './signed-in-only.js';

/** Administrators invite people to the installation, and see what became of the invitations. */
export function InvitationsPage() {
  const say = useMessages(identityMessages);
  return (
    <Page title={say('invitations.people')}>
      <SignedInOnly administrators>
        {({ id }) => (
          <>
            <p>{say('invitations.lead')}</p>
            <Invitations inviter={id} />
          </>
        )}
      </SignedInOnly>
    </Page>
  );
}
