import { Page, useMessages } from '@tavolo/web-ui';
import { identityMessages } from './identity-messages.js';
import { Invitations } from './invitations.js';
import { PeopleSearch } from './people-search.js';
import { SignedInOnly } from './signed-in-only.js';

/** Administrators invite people to the installation, see what became of the invitations, look for people and erase names. */
export function InvitationsPage() {
  const say = useMessages(identityMessages);
  return (
    <Page title={say('invitations.people')}>
      <SignedInOnly administrators>
        {({ id }) => (
          <>
            <p>{say('invitations.lead')}</p>
            <Invitations inviter={id} />
            <PeopleSearch reader={id} />
          </>
        )}
      </SignedInOnly>
    </Page>
  );
}
