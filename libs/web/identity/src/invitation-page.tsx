import { Button, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { usePerform, useRead, useSessionChange } from '@tavolo/web-data';
import { Deadline, ErrorState, Loading, Page, ProblemMessage, useMessages, useWords } from '@tavolo/web-ui';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { NewPassword } from './reset-pages.js';

/** What an invitation offers, and accepting it. */
export function InvitationPage() {
  const { token = '' } = useParams();
  const say = useMessages(identityMessages);
  const words = useWords();
  const navigate = useNavigate();
  const changeSession = useSessionChange();
  const { data, error, refetch } = useRead(identityRoutes.openInvitation, { params: { token } });
  const [name, setName] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const accepting = usePerform(identityRoutes.acceptInvitation, {
    onDone: (session) => void changeSession(session).then(() => navigate('/')),
  });
  const shown = name ?? data?.name ?? '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void accepting.perform({ params: { token }, body: { name: shown, password } });
  };
  return (
    <Page title={say('invitation.title')} width="narrow">
      {!data && (error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />)}
      {data && (
        <form className={styles.form} onSubmit={submit}>
          <p>
            {data.table ? say('invitation.table', { table: words(data.table) }) : say('invitation.installation')}{' '}
            {say('invitation.until')} <Deadline at={data.expiresAt} />.
          </p>
          {accepting.error !== null && <ProblemMessage error={accepting.error} />}
          <TextInput label={say('signIn.email')} value={data.email} autoComplete="username" readOnly />
          <TextInput
            label={say('invitation.name')}
            autoComplete="name"
            required
            withAsterisk={false}
            value={shown}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NewPassword value={password} onChange={setPassword} />
          <Button type="submit" loading={accepting.busy}>
            {say('invitation.submit')}
          </Button>
        </form>
      )}
    </Page>
  );
}
