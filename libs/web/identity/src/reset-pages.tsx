import { Button, PasswordInput, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { usePerform } from '@tavolo/web-data';
import { ActionLink, Notice, Page, ProblemMessage, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCheckedForm, type FieldState } from './checked-form.js';
import { passwordLength } from './field-flaws.js';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';

const address = { email: 'email' } as const;
const newPassword = { password: 'newPassword' } as const;

/** Asks for a link to choose a new password; the answer is the same whether the address is known or not. */
export function ForgotPasswordPage() {
  const say = useMessages(identityMessages);
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState(false);
  const { perform, busy, error } = usePerform(identityRoutes.requestReset, { onDone: () => setSent(true) });
  const { form, at, problem } = useCheckedForm({
    fields: address,
    values: { email },
    error,
    send: () => void perform({ body: { email: email.trim() } }),
  });
  return (
    <Page title={say('forgot.title')} width="narrow">
      {sent ? (
        <>
          <Notice tone="good" title={say('forgot.sent')} role="status">
            <p>{say('forgot.sentHint')}</p>
          </Notice>
          <ActionLink to="/sign-in" weight="plain">
            {say('forgot.back')}
          </ActionLink>
        </>
      ) : (
        <form className={styles.form} {...form}>
          <p>{say('forgot.lead')}</p>
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
          {problem !== null && <ProblemMessage error={problem} />}
          <Button type="submit" loading={busy}>
            {say('forgot.submit')}
          </Button>
          <Link to="/sign-in" className={styles.link}>
            {say('forgot.back')}
          </Link>
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
  const { form, at, problem } = useCheckedForm({
    fields: newPassword,
    values: { password },
    error,
    send: () => void perform({ params: { token }, body: { password } }),
  });
  return (
    <Page title={say('new.title')} width="narrow">
      {done ? (
        <>
          <Notice tone="good" title={say('new.done')} role="status" />
          <ActionLink to="/sign-in">{say('signIn.submit')}</ActionLink>
        </>
      ) : (
        <form className={styles.form} {...form}>
          <NewPassword state={at('password')} value={password} onChange={setPassword} />
          {problem !== null && (
            <>
              <ProblemMessage error={problem} />
              <Link to="/reset" className={styles.link}>
                {say('new.again')}
              </Link>
            </>
          )}
          <Button type="submit" loading={busy}>
            {say('new.submit')}
          </Button>
        </form>
      )}
    </Page>
  );
}

interface NewPasswordProps {
  readonly state: FieldState;
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** A password that is chosen: at least 12 characters, pasting and password managers welcome. */
export function NewPassword({ state, value, onChange }: NewPasswordProps) {
  const say = useMessages(identityMessages);
  return (
    <PasswordInput
      {...state}
      label={say('new.password')}
      description={say('new.hint')}
      autoComplete="new-password"
      minLength={passwordLength}
      maxLength={128}
      required
      withAsterisk={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
