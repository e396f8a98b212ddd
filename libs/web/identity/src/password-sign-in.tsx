import { Button, PasswordInput, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { usePerform, useSessionChange } from '@tavolo/web-data';
import { ProblemMessage, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCheckedForm } from './checked-form.js';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';

const fields = { email: 'email', password: 'password' } as const;

/** E-mail and password. What was typed stays when they do not match; which of the two is wrong is not said. */
export function PasswordSignIn() {
  const say = useMessages(identityMessages);
  const changeSession = useSessionChange();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { perform, busy, error } = usePerform(identityRoutes.signIn, {
    onDone: (session) => void changeSession(session),
  });
  const { form, at, problem } = useCheckedForm({
    fields,
    values: { email, password },
    error,
    send: () => void perform({ body: { email: email.trim(), password } }),
  });
  return (
    <form className={styles.form} {...form}>
      <TextInput
        {...at('email')}
        label={say('signIn.email')}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        {...at('password')}
        label={say('signIn.password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {problem !== null && <ProblemMessage error={problem} />}
      <Button type="submit" loading={busy}>
        {say('signIn.submit')}
      </Button>
      <Link to="/reset" className={styles.link}>
        {say('signIn.forgot')}
      </Link>
    </form>
  );
}
