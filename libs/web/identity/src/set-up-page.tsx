import { Button, NativeSelect, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { languages } from '@tavolo/kernel';
import { usePerform, useSession, useSessionChange } from '@tavolo/web-data';
import { Notice, Page, ProblemMessage, useLanguage, useMessages } from '@tavolo/web-ui';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { languageNames } from './language-names.js';
import { NewPassword } from './reset-pages.js';

/** The first administrator of a fresh installation. */
export function SetUpPage() {
  const say = useMessages(identityMessages);
  const { language } = useLanguage();
  const { data } = useSession();
  const navigate = useNavigate();
  const changeSession = useSessionChange();
  const [form, setForm] = useState({ code: '', name: '', email: '', password: '', language });
  const { perform, busy, error } = usePerform(identityRoutes.setUp, {
    onDone: (session) => void changeSession(session).then(() => navigate('/')),
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void perform({ body: form });
  };
  const text = (key: 'code' | 'name' | 'email') => ({
    value: form[key],
    required: true,
    withAsterisk: false,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setForm({ ...form, [key]: event.currentTarget.value }),
  });
  return (
    <Page title={say('setUp.title')} width="narrow">
      {data && !data.installation.needsSetUp ? (
        <Notice tone="info" title={say('setUp.done')} />
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <p>{say('setUp.lead')}</p>
          {error !== null && <ProblemMessage error={error} />}
          <TextInput label={say('setUp.code')} autoComplete="one-time-code" {...text('code')} />
          <TextInput label={say('setUp.name')} autoComplete="name" {...text('name')} />
          <TextInput label={say('signIn.email')} type="email" autoComplete="username" {...text('email')} />
          <NewPassword value={form.password} onChange={(password) => setForm({ ...form, password })} />
          <NativeSelect
            label={say('setUp.language')}
            value={form.language}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(event) => setForm({ ...form, language: event.currentTarget.value === 'it' ? 'it' : 'en' })}
          />
          <Button type="submit" loading={busy}>
            {say('setUp.submit')}
          </Button>
        </form>
      )}
    </Page>
  );
}
