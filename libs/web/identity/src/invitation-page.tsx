import { Button, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { usePerform, useRead, useSessionChange, type AnswerOf } from '@tavolo/web-data';
import {
  ActionLink,
  Deadline,
  ErrorState,
  Loading,
  Notice,
  problemIn,
  ProblemMessage,
  useMessages,
  useWords,
} from '@tavolo/web-ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCheckedForm } from './checked-form.js';
import { EntryPage } from './entry-page.js';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { NewPassword } from './reset-pages.js';

type Offer = AnswerOf<typeof identityRoutes.openInvitation>;

/** What is answered to a link that was cut, used, withdrawn or never given. */
const unknown: ReadonlySet<string> = new Set(['not_found', 'invalid_input']);

const fields = { name: 'name', password: 'newPassword' } as const;
const refusals = { 'account.password_wrong': 'password' } as const;

/** What an invitation offers, and accepting it. */
export function InvitationPage() {
  const { token = '' } = useParams();
  const say = useMessages(identityMessages);
  const { data, error, refetch } = useRead(identityRoutes.openInvitation, { params: { token } });
  const sentences = [say('invitation.what'), say('invitation.account'), say('invitation.private')];
  return (
    <EntryPage
      title={say(error && !data ? 'invitation.failed' : 'invitation.title')}
      beside={{ title: say('invitation.beside'), sentences }}
    >
      {!data &&
        (error ? (
          <>
            {unknown.has(problemIn(error).code) ? (
              <Notice tone="care">
                <p>{say('invitation.unknown')}</p>
              </Notice>
            ) : (
              <ErrorState error={error} retry={() => void refetch()} />
            )}
            <ActionLink to="/sign-in" weight="plain">
              {say('invitation.signIn')}
            </ActionLink>
          </>
        ) : (
          <Loading />
        ))}
      {data && <Accepting token={token} offer={data} />}
    </EntryPage>
  );
}

function Accepting({ token, offer }: { readonly token: string; readonly offer: Offer }) {
  const say = useMessages(identityMessages);
  const words = useWords();
  const navigate = useNavigate();
  const changeSession = useSessionChange();
  const [name, setName] = useState(offer.name);
  const [password, setPassword] = useState('');
  const { perform, busy, error } = usePerform(identityRoutes.acceptInvitation, {
    onDone: (session) => void changeSession(session).then(() => navigate('/')),
  });
  const { form, at, problem } = useCheckedForm({
    fields,
    values: { name, password },
    error,
    refusals,
    send: () => void perform({ params: { token }, body: { name: name.trim(), password } }),
  });
  return (
    <form className={styles.form} {...form}>
      <p>
        {offer.table ? say('invitation.table', { table: words(offer.table) }) : say('invitation.installation')}{' '}
        {say('invitation.until')} <Deadline at={offer.expiresAt} />.
      </p>
      <TextInput label={say('signIn.email')} value={offer.email} autoComplete="username" readOnly />
      <TextInput
        {...at('name')}
        label={say('invitation.name')}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewPassword state={at('password')} value={password} onChange={setPassword} />
      {problem !== null && <ProblemMessage error={problem} />}
      <Button type="submit" loading={busy}>
        {say('invitation.submit')}
      </Button>
    </form>
  );
}
