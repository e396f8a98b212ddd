import { Button, Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { languages } from '@tavolo/kernel';
import { usePerform, useSessionChange } from '@tavolo/web-data';
import { Notice, Page, ProblemMessage, Section, useLanguage, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { useCheckedForm } from './checked-form.js';
import { Devices } from './devices.js';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { languageNames } from './language-names.js';
import { NewPassword } from './reset-pages.js';
import { SignedInOnly, type Person } from './signed-in-only.js';

/** My account: name and language, password, and the devices on which I am signed in. */
export function AccountPage() {
  const say = useMessages(identityMessages);
  return (
    <Page title={say('account.title')}>
      <SignedInOnly>
        {(person) => (
          <>
            <Section title={say('account.details')}>
              <Details person={person} />
            </Section>
            <Section title={say('account.password')}>
              {person.email === null ? <p>{say('account.demo')}</p> : <Password email={person.email} />}
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

const ofDetails = { name: 'name' } as const;

function Details({ person }: { readonly person: Person }) {
  const say = useMessages(identityMessages);
  const { language: shown, setLanguage } = useLanguage();
  const changeSession = useSessionChange();
  const [name, setName] = useState(person.name);
  // In the demonstration the reader's language is that of the device, whoever she is.
  const [language, chooseLanguage] = useState(person.email === null ? shown : person.language);
  const [reminders, setReminders] = useState(person.reminders);
  const [saved, setSaved] = useState(false);
  const { perform, busy, error } = usePerform(identityRoutes.changeAccount, {
    onDone: (session) => {
      setLanguage(language);
      setSaved(true);
      void changeSession(session);
    },
  });
  const { form, at, problem } = useCheckedForm({
    fields: ofDetails,
    values: { name },
    error,
    send: () => {
      setSaved(false);
      void perform({ body: { name: name.trim(), language, reminders } });
    },
  });
  return (
    <form className={styles.form} {...form}>
      {person.email !== null && (
        <TextInput
          label={say('account.email')}
          description={say('account.emailHint')}
          value={person.email}
          autoComplete="email"
          readOnly
        />
      )}
      <TextInput
        {...at('name')}
        label={say('account.name')}
        description={say('account.nameHint')}
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
      <Checkbox
        label={say('account.reminders')}
        description={say('account.remindersHint')}
        checked={reminders}
        onChange={(event) => setReminders(event.currentTarget.checked)}
      />
      {problem !== null && <ProblemMessage error={problem} />}
      {saved && <Notice tone="good" title={say('account.saved')} role="status" />}
      <Button type="submit" loading={busy}>
        {say('account.save')}
      </Button>
    </form>
  );
}

const ofPassword = { current: 'password', next: 'newPassword' } as const;
const refusals = { 'account.password_wrong': 'current' } as const;

function Password({ email }: { readonly email: string }) {
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
  const { form, at, problem } = useCheckedForm({
    fields: ofPassword,
    values: { current, next },
    error,
    refusals,
    send: () => {
      setChanged(false);
      void perform({ body: { current, next } });
    },
  });
  return (
    <form className={styles.form} {...form}>
      {/* Tells password managers whose password it is. */}
      <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
      <PasswordInput
        {...at('current')}
        label={say('account.current')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPassword state={at('next')} value={next} onChange={setNext} />
      {problem !== null && <ProblemMessage error={problem} />}
      {changed && <Notice tone="good" title={say('account.changed')} role="status" />}
      <Button type="submit" loading={busy}>
        {say('account.change')}
      </Button>
    </form>
  );
}
