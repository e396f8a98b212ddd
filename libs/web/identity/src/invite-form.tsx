import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { identityRoutes } from '@tavolo/contracts';
import { languages, type Language } from '@tavolo/kernel';
import { usePerform } from '@tavolo/web-data';
import { Notice, ProblemMessage, useLanguage, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCheckedForm } from './checked-form.js';
import { useDraft } from './drafts.js';
import styles from './form.module.css';
import { identityMessages } from './identity-messages.js';
import { languageNames } from './language-names.js';
import { SeatFields, type SeatChoice } from './seat-fields.js';

interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly administrator: boolean;
}

const empty: Invitation = { name: '', email: '', administrator: false };
const noSeat: SeatChoice = { table: '', seat: '', as: 'holder' };
const fields = { name: 'name', email: 'email', seat: 'seat' } as const;
const refusals = {
  'account.exists': 'email',
  'member.already_joined': 'email',
  'seat.taken': 'seat',
  'seat.member_has_seat': 'seat',
} as const;

interface InviteFormProps {
  /** Whose draft it is. */
  readonly inviter: string;
  /** Stands open without being asked. */
  readonly opened: boolean;
  readonly onSent: () => void;
}

/** Invites one person: to the installation, or to a seat of a table. The address of the page may name the seat: `?table=…&seat=…`. */
export function InviteForm({ inviter, opened, onSent }: InviteFormProps) {
  const say = useMessages(identityMessages);
  const { language: shown } = useLanguage();
  const [search] = useSearchParams();
  const asked = { ...noSeat, table: search.get('table') ?? '', seat: search.get('seat') ?? '' };
  const [draft, setDraft, clear] = useDraft(`invitation.${inviter}`, empty);
  const [seat, setSeat] = useState<SeatChoice>(asked);
  const [language, setLanguage] = useState<Language>(shown);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { perform, busy, error } = usePerform(identityRoutes.invite, {
    onDone: ({ email }) => {
      setSentTo(email);
      clear();
      setSeat(noSeat);
      onSent();
    },
  });
  const { form, at, problem } = useCheckedForm({
    fields,
    values: { name: draft.name, email: draft.email, seat: seat.table === '' ? 'none' : seat.seat },
    error,
    refusals,
    send: () => {
      setSentTo(null);
      void perform({
        body: {
          name: draft.name.trim(),
          email: draft.email.trim(),
          administrator: draft.administrator,
          language,
          seat: seat.table === '' ? null : seat,
        },
      });
    },
  });
  const [open, setOpen] = useState(asked.table !== '' || draft.name !== '' || draft.email !== '');
  // Once it stands open it stays so, also when there is an invitation now.
  if (opened && !open) setOpen(true);
  return (
    <details className={styles.fold} open={open}>
      <summary>{say('invitations.new')}</summary>
      <form className={styles.form} {...form}>
        <TextInput
          {...at('name')}
          label={say('account.name')}
          autoComplete="off"
          required
          withAsterisk={false}
          maxLength={120}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <TextInput
          {...at('email')}
          label={say('signIn.email')}
          type="email"
          autoComplete="off"
          required
          withAsterisk={false}
          value={draft.email}
          onChange={(event) => setDraft({ ...draft, email: event.currentTarget.value })}
        />
        <SeatFields choice={seat} at={at('seat')} onChange={setSeat} />
        <NativeSelect
          label={say('invitations.language')}
          value={language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(event) => setLanguage(event.currentTarget.value === 'it' ? 'it' : 'en')}
        />
        <Checkbox
          label={say('invitations.administrator')}
          description={say('invitations.administratorHint')}
          checked={draft.administrator}
          onChange={(event) => setDraft({ ...draft, administrator: event.currentTarget.checked })}
        />
        {problem !== null && <ProblemMessage error={problem} />}
        {sentTo !== null && <Notice tone="good" title={say('invitations.sent', { email: sentTo })} role="status" />}
        <Button type="submit" loading={busy}>
          {say('invitations.send')}
        </Button>
      </form>
    </details>
  );
}
