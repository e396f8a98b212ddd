import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { erasureBases, identityRoutes, type PersonView } from '@tavolo/contracts';
import { usePerform } from '@tavolo/web-data';
import { Notice, useMessages } from '@tavolo/web-ui';
import { useEffect, useId, useRef, useState } from 'react';
import { useCheckedForm } from './checked-form.js';
import { ErasureProblem } from './erasure-problem.js';
import { erasureMessages } from './erasure-messages.js';
import styles from './form.module.css';

type Basis = (typeof erasureBases)[number];

const fields = { basis: 'basis', reason: 'reason', repeat: 'repeat' } as const;

/** Names are the same whatever the capitals and the spaces. */
const plainly = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

interface EraseFormProps {
  readonly person: PersonView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Says what erasing a name does and does not do, asks why, and has the name written once more before anything happens. */
export function EraseForm({ person, onDone, onCancel }: EraseFormProps) {
  const say = useMessages(erasureMessages);
  const heading = useHeading();
  const [basis, setBasis] = useState<Basis | ''>('');
  const [reason, setReason] = useState('');
  const [repeat, setRepeat] = useState('');
  const { perform, busy, error } = usePerform(identityRoutes.erasePerson, { onDone });
  const { form, at, problem } = useCheckedForm({
    fields,
    values: { basis, reason, repeat: plainly(repeat) === plainly(person.name) ? repeat : '' },
    error,
    send: () => {
      if (basis !== '') void perform({ params: { id: person.id }, body: { basis, reason: reason.trim() } });
    },
  });
  return (
    <section aria-labelledby={heading.id} className={styles.erasing}>
      <h3 {...heading} tabIndex={-1}>
        {say('eraseOf', { name: person.name })}
      </h3>
      <WhatItDoes />
      <form className={styles.form} {...form}>
        <NativeSelect
          {...at('basis')}
          label={say('basis')}
          required
          withAsterisk={false}
          value={basis}
          data={[
            { value: '', label: say('choose') },
            ...erasureBases.map((value) => ({ value, label: say(`basis.${value}`) })),
          ]}
          onChange={({ currentTarget }) => setBasis(erasureBases.find((known) => known === currentTarget.value) ?? '')}
        />
        <Textarea
          {...at('reason')}
          label={say('reason')}
          description={say('reasonHint')}
          required
          withAsterisk={false}
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          {...at('repeat')}
          label={say('repeat', { name: person.name })}
          autoComplete="off"
          required
          withAsterisk={false}
          value={repeat}
          onChange={(event) => setRepeat(event.currentTarget.value)}
        />
        {problem !== null && <ErasureProblem error={problem} person={person} />}
        <div className={styles.buttons}>
          <Button type="submit" color="bad" loading={busy}>
            {say('erase')}
          </Button>
          <Button variant="outline" onClick={onCancel}>
            {say('cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function WhatItDoes() {
  const say = useMessages(erasureMessages);
  return (
    <>
      <h4>{say('happens')}</h4>
      <ul>
        <li>{say('happens.name')}</li>
        <li>{say('happens.account')}</li>
      </ul>
      <h4>{say('stays')}</h4>
      <ul>
        <li>{say('stays.acts')}</li>
        <li>{say('stays.texts')}</li>
        <li>{say('stays.copies')}</li>
        <li>{say('stays.backups')}</li>
      </ul>
      <Notice tone="care" title={say('forEver')} />
    </>
  );
}

/** A heading that takes the focus when it appears: what it stands above is read next. */
function useHeading() {
  const id = useId();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return { id, ref };
}
