import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { languages, type Language } from '@tavolo/kernel';
import { usePerform } from '@tavolo/web-data';
import { Notice, ProblemMessage, useLanguage, useMessages } from '@tavolo/web-ui';
import { useState, type SubmitEvent } from 'react';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { languageNames } from './language-names.js';
import { SeatFields, type SeatChoice } from './seat-fields.js';

interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly seat: SeatChoice;
  readonly administrator: boolean;
}

const noSeat: SeatChoice = { table: '', seat: '', as: 'holder' };

/** Invites one person: to the installation, or to a seat of a table. */
export function InviteForm({ onSent }: { readonly onSent: () => void }) {
  const say = useMessages(identityMessages);
  const { language } = useLanguage();
  const empty: Invitation = { name: '', email: '', language, seat: noSeat, administrator: false };
  const [form, setForm] = useState(empty);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { perform, busy, error } = usePerform(identityRoutes.invite, {
    onDone: ({ email }) => {
      setSentTo(email);
      setForm(empty);
      onSent();
    },
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setSentTo(null);
    const seat = form.seat.table !== '' && form.seat.seat !== '' ? form.seat : null;
    void perform({ body: { ...form, name: form.name.trim(), email: form.email.trim(), seat } });
  };
  return (
    <details className={styles.fold}>
      <summary>{say('invitations.new')}</summary>
      <form className={styles.form} onSubmit={submit}>
        {error !== null && <ProblemMessage error={error} />}
        {sentTo !== null && <Notice tone="good" title={say('invitations.sent', { email: sentTo })} role="status" />}
        <TextInput
          label={say('account.name')}
          required
          withAsterisk={false}
          maxLength={120}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        />
        <TextInput
          label={say('signIn.email')}
          type="email"
          required
          withAsterisk={false}
          value={form.email}
          onChange={(event) => setForm({ ...form, email: event.currentTarget.value })}
        />
        <SeatFields choice={form.seat} onChange={(seat) => setForm({ ...form, seat })} />
        <NativeSelect
          label={say('invitations.language')}
          value={form.language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(event) => setForm({ ...form, language: event.currentTarget.value === 'it' ? 'it' : 'en' })}
        />
        <Checkbox
          label={say('invitations.administrator')}
          checked={form.administrator}
          onChange={(event) => setForm({ ...form, administrator: event.currentTarget.checked })}
        />
        <Button type="submit" loading={busy}>
          {say('invitations.send')}
        </Button>
      </form>
    </details>
  );
}
