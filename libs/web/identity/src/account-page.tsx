import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { identityRoutes, type SessionView } from '@tavolo/contracts';
import { languages } from '@tavolo/kernel';
import { usePerform, useSession, useSessionChange } from '@tavolo/web-data';
import { Notice, Page, ProblemMessage, Section, useLanguage, useMessages } from '@tavolo/web-ui';
import { useState, type SubmitEvent } from 'react';
import { Devices } from './devices.js';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { languageNames } from './language-names.js';
import { NewPassword } from './reset-pages.js';
import { SignedInOnly } from './signed-in-only.js';

type Person = NonNullable<SessionView['person']>;

/** My account: name and language, password, and the devices on which I am signed in. */
export function AccountPage() {
  const say = useMessages(identityMessages);
  const { data } = useSession();
  const person = data?.person;
  return (
    <Page title={say('account.title')}>
      <SignedInOnly>
        {person && (
          <>
            <Section title={say('account.details')}>
              <Details key={person.id} person={person} />
            </Section>
            <Section title={say('account.password')}>
              {person.email === null ? <p>{say('account.demo')}</p> : <Password />}
            </Section>
            <Section title={say('devices.title')}>
              <Devices />
            </Section>
          </>
        )}
      </SignedInOnly>
    </Page>
  );
}

function Details({ person }: { readonly person: Person }) {
  const say = useMessages(identityMessages);
  const { setLanguage } = useLanguage();
  const changeSession = useSessionChange();
  const [name, setName] = useState(person.name);
  const [language, chooseLanguage] = useState(person.language);
  const [saved, setSaved] = useState(false);
  const { perform, busy, error } = usePerform(identityRoutes.changeAccount, {
    onDone: (session) => {
      setLanguage(language);
      setSaved(true);
      void changeSession(session);
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setSaved(false);
    void perform({ body: { name: name.trim(), language } });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {error !== null && <ProblemMessage error={error} />}
      {saved && <Notice tone="good" title={say('account.saved')} role="status" />}
      {person.email !== null && <TextInput label={say('account.email')} value={person.email} readOnly />}
      <TextInput
        label={say('account.name')}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={say('account.language')}
        value={language}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(event) => chooseLanguage(event.currentTarget.value === 'it' ? 'it' : 'en')}
      />
      <Button type="submit" loading={busy}>
        {say('account.save')}
      </Button>
    </form>
  );
}

function Password() {
  const say = useMessages(identityMessages);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [changed, setChanged] = useState(false);
  const { perform, busy, error } = usePerform(identityRoutes.changePassword, {
    onDone: () => {
      setChanged(true);
      setCurrent('');
      setNext('');
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setChanged(false);
    void perform({ body: { current, next } });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {error !== null && <ProblemMessage error={error} />}
      {changed && <Notice tone="good" title={say('account.changed')} role="status" />}
      <PasswordInput
        label={say('account.current')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPassword value={next} onChange={setNext} />
      <Button type="submit" loading={busy}>
        {say('account.change')}
      </Button>
    </form>
  );
}
