import { Button, PasswordInput, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { usePerform, useSessionChange } from '@tavolo/web-data';
import { ProblemMessage, useMessages } from '@tavolo/web-ui';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';

/** E-mail and password. What was typed stays when they do not match. */
export function PasswordSignIn() {
  const say = useMessages(identityMessages);
  const changeSession = useSessionChange();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { perform, busy, error } = usePerform(identityRoutes.signIn, {
    onDone: (session) => void changeSession(session),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void perform({ body: { email: email.trim(), password } });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {error !== null && <ProblemMessage error={error} />}
      <TextInput
        label={say('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={say('signIn.password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy}>
        {say('signIn.submit')}
      </Button>
      <Link to="/reset">{say('signIn.forgot')}</Link>
      <p className={styles.soft}>{say('signIn.invited')}</p>
    </form>
  );
}
