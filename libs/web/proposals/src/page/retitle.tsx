import { ConfirmDialog, useMessages } from '@tavolo/web-ui';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { pageMessages } from '../messages/page-messages.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';

const shortest = 3;

/** A sponsor gives a draft another title; later the title is part of what others answered to. */
export function Retitle() {
  const { view } = useStanding();
  const { member } = view.me;
  if (view.stage !== 'draft' || member === null || !view.sponsors.includes(member)) return null;
  return <RetitleDialog />;
}

function RetitleDialog() {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  const { perform, busy, error, reset } = useAct();
  const { language } = view.document;
  const [opened, setOpened] = useState(false);
  const [title, setTitle] = useState('');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLDivElement>(tries, error);
  const short = title.trim().length < shortest;
  const open = (): void => {
    setTitle(view.title[language] ?? '');
    setOpened(true);
  };
  const close = (): void => {
    reset();
    setTries(0);
    setOpened(false);
  };
  const confirm = async (): Promise<void> => {
    setTries(tries + 1);
    if (!short && (await perform('proposal.retitled', { title: title.trim() }))) close();
  };
  return (
    <div className={styles.retitle}>
      <Button variant="subtle" size="compact-md" onClick={open}>
        {say('retitle')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say('retitle')}
        explain={<p>{say('retitle.explain')}</p>}
        confirm={say('retitle.confirm')}
        busy={busy}
        error={error}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        <div ref={form}>
          <TextInput
            label={say('title')}
            lang={language}
            value={title}
            maxLength={200}
            error={tries > 0 && short ? say('title.short') : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
        </div>
      </ConfirmDialog>
    </div>
  );
}
