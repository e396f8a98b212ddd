import { Button, PasswordInput, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { usePerform } from '@tavolo/web-data';
import { ActionLink, Notice, Page, ProblemMessage, useMessages } from '@tavolo/web-ui';
import { useState, type SubmitEvent } from 'react';
import { useParams } from 'react-router';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';

/** Asks for a link to choose a new password; the answer is the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const say = useMessages(identityMessages);
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { perform, busy, error } = usePerform(identityRoutes.requestReset, { onDone: () => setSent(true) });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void perform({ body: { email: email.trim() } });
  };
  return (
    <Page title={say('forgot.title')} width="narrow">
      {sent ? (
        <Notice tone="good" title={say('forgot.sent')} role="status" />
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <p>{say('forgot.lead')}</p>
          {error !== null && <ProblemMessage error={error} />}
          <TextInput
            label={say('signIn.email')}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy}>
            {say('forgot.submit')}
          </Button>
        </form>
      )}
    </Page>
  );
}

/** Chooses a new password with the link from the mail. */
export function NewPasswordPage() {
  const { token = '' } = useParams();
  const say = useMessages(identityMessages);
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const { perform, busy, error } = usePerform(identityRoutes.resetPassword, { onDone: () => setDone(true) });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void perform({ params: { token }, body: { password } });
  };
  return (
    <Page title={say('new.title')} width="narrow">
      {done ? (
        <>
          <Notice tone="good" title={say('new.done')} role="status" />
          <ActionLink to="/sign-in">{say('signIn.submit')}</ActionLink>
        </>
      ) : (
        <form className={styles.form} onSubmit={submit}>
          {error !== null && <ProblemMessage error={error} />}
          <NewPassword value={password} onChange={setPassword} />
          <Button type="submit" loading={busy}>
            {say('new.submit')}
          </Button>
        </form>
      )}
    </Page>
  );
}

interface NewPasswordProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** A password that is chosen: at least 12 characters, pasting and password managers welcome. */
export function NewPassword({ value, onChange }: NewPasswordProps) {
  const say = useMessages(identityMessages);
  return (
    <PasswordInput
      label={say('new.password')}
      description={say('new.hint')}
      autoComplete="new-password"
      minLength={12}
      maxLength={128}
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
