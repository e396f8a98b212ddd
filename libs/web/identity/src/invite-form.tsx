import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { identityRoutes, type TableView } from '@tavolo/contracts';
import { languages } from '@tavolo/kernel';
import { usePerform } from '@tavolo/web-data';
import { Notice, ProblemMessage, seatLabel, useLanguage, useMessages } from '@tavolo/web-ui';
import { useState, type FormEvent } from 'react';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { languageNames } from './language-names.js';

interface InviteFormProps {
  readonly table: TableView | null;
  readonly onSent: () => void;
}

/** Invites one person: to the installation, or to a seat of the table on whose page it stands. */
export function InviteForm({ table, onSent }: InviteFormProps) {
  const say = useMessages(identityMessages);
  const { language } = useLanguage();
  const empty = { name: '', email: '', language, seat: '', as: 'holder' as 'holder' | 'deputy', administrator: false };
  const [form, setForm] = useState(empty);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { perform, busy, error } = usePerform(identityRoutes.invite, {
    onDone: ({ email }) => {
      setSentTo(email);
      setForm(empty);
      onSent();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSentTo(null);
    const seat = table && form.seat !== '' ? { table: table.key, seat: form.seat, as: form.as } : null;
    const { name, email, administrator } = form;
    void perform({ body: { name: name.trim(), email: email.trim(), language: form.language, seat, administrator } });
  };
  return (
    <details>
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
        {table && (
          <div className={styles.pair}>
            <NativeSelect
              label={say('invitations.seat')}
              value={form.seat}
              data={[
                { value: '', label: say('invitations.toInstallation') },
                ...table.seatsView.map((seat) => ({ value: seat.id, label: seatLabel(seat, language) })),
              ]}
              onChange={(event) => setForm({ ...form, seat: event.currentTarget.value })}
            />
            <NativeSelect
              label={say('invitations.as')}
              value={form.as}
              data={[
                { value: 'holder', label: say('invitations.asHolder') },
                { value: 'deputy', label: say('invitations.asDeputy') },
              ]}
              onChange={(event) =>
                setForm({ ...form, as: event.currentTarget.value === 'deputy' ? 'deputy' : 'holder' })
              }
            />
          </div>
        )}
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
