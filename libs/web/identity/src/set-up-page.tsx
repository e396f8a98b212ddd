import { Button, NativeSelect, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { languages, type Language } from '@tavolo/kernel';
import { usePerform, useSession, useSessionChange } from '@tavolo/web-data';
import { ActionLink, Notice, ProblemMessage, useLanguage, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCheckedForm } from './checked-form.js';
import { useDraft } from './drafts.js';
import { EntryPage } from './entry-page.js';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { languageNames } from './language-names.js';
import { NewPassword } from './reset-pages.js';

const fields = { code: 'code', name: 'name', email: 'email', password: 'newPassword' } as const;
const refusals = { 'installation.code_wrong': 'code', 'account.exists': 'email' } as const;
const empty = { code: '', name: '', email: '' };

/** The first administrator of a fresh installation. */
export function SetUpPage() {
  const say = useMessages(identityMessages);
  const { data } = useSession();
  const steps = [say('setUp.step.code'), say('setUp.step.you'), say('setUp.step.others')];
  return (
    <EntryPage title={say('setUp.title')} beside={{ title: say('setUp.steps'), sentences: steps, numbered: true }}>
      {data && !data.installation.needsSetUp ? (
        <>
          <Notice tone="info" title={say('setUp.done')} />
          <ActionLink to={data.person ? '/' : '/sign-in'}>
            {say(data.person ? 'setUp.toTables' : 'signIn.submit')}
          </ActionLink>
        </>
      ) : (
        <FirstAdministrator />
      )}
    </EntryPage>
  );
}

function FirstAdministrator() {
  const say = useMessages(identityMessages);
  const { language: shown, setLanguage } = useLanguage();
  const navigate = useNavigate();
  const changeSession = useSessionChange();
  const [draft, setDraft, clear] = useDraft('set-up', empty);
  const [password, setPassword] = useState('');
  const [chosen, choose] = useState<Language | null>(null);
  const language = chosen ?? shown;
  const { perform, busy, error } = usePerform(identityRoutes.setUp, {
    onDone: (session) => {
      clear();
      void changeSession(session).then(() => navigate('/'));
    },
  });
  const { form, at, problem } = useCheckedForm({
    fields,
    values: { ...draft, password },
    error,
    refusals,
    send: () =>
      void perform({
        body: { code: draft.code.trim(), name: draft.name.trim(), email: draft.email.trim(), password, language },
      }),
  });
  const text = (key: keyof typeof empty) => ({
    ...at(key),
    value: draft[key],
    required: true,
    withAsterisk: false,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  return (
    <form className={styles.form} {...form}>
      <p>{say('setUp.lead')}</p>
      <NativeSelect
        label={say('setUp.language')}
        value={language}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(event) => {
          const next = event.currentTarget.value === 'it' ? 'it' : 'en';
          choose(next);
          setLanguage(next);
        }}
      />
      <TextInput
        label={say('setUp.code')}
        description={say('setUp.codeHint')}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        {...text('code')}
      />
      <TextInput label={say('setUp.name')} autoComplete="name" maxLength={120} {...text('name')} />
      <TextInput label={say('signIn.email')} type="email" autoComplete="username" {...text('email')} />
      <NewPassword state={at('password')} value={password} onChange={setPassword} />
      {problem !== null && <ProblemMessage error={problem} />}
      <Button type="submit" loading={busy}>
        {say('setUp.submit')}
      </Button>
    </form>
  );
}
