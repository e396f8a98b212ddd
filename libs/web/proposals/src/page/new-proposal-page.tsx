import { proposalsRoutes, tablesRoutes } from '@tavolo/contracts';
import { type Mode } from '@tavolo/governance';
import { call, useRead } from '@tavolo/web-data';
import { Breadcrumbs, Loading, ProblemMessage, useLanguage, useMessages, usePageTitle, useWords } from '@tavolo/web-ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { languages } from '@tavolo/kernel';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { pageMessages } from '../messages/page-messages.js';
import { PageError } from './page-error.js';
import pageStyles from './proposal-page.module.css';
import styles from './new-proposal.module.css';

const headings = {
  planning: 'new.title',
  consultation: 'new.consultation',
  auto_regulation: 'new.charter',
  auto_administration: 'new.decision',
} as const satisfies Record<Mode, string>;

/** Begins a proposal; a consultation where the table consults, a charter where each signs for itself. */
export function NewProposalPage() {
  const { table = '' } = useParams();
  const { language } = useLanguage();
  const say = useMessages(pageMessages);
  const words = useWords();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [tries, setTries] = useState(0);
  const [textLanguage, setTextLanguage] = useState(language);
  const { data, error, refetch } = useRead(tablesRoutes.table, { params: { table } });
  const begin = useMutation({
    mutationFn: () =>
      call(proposalsRoutes.draft, { params: { table }, body: { title: title.trim(), language: textLanguage } }),
    onSuccess: ({ key }) => navigate(`/proposals/${key}`),
  });
  const short = title.trim().length < 3;
  const form = useFirstWrong<HTMLFormElement>(tries, begin.error);
  const heading = say(data ? headings[data.mode] : 'new.title');
  usePageTitle(heading);
  if (error) return <PageError error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (!short) begin.mutate();
  };
  return (
    <div className={pageStyles.page}>
      <Breadcrumbs trail={[{ to: `/tables/${table}`, label: words(data.name) }, { label: heading }]} />
      <h1 tabIndex={-1}>{heading}</h1>
      {data.me.member === null ? (
        <p>{say('new.notAllowed')}</p>
      ) : (
        <form ref={form} onSubmit={send} className={styles.form} noValidate>
          <p className={styles.hint}>{say('new.lead')}</p>
          <TextInput
            label={say('title')}
            value={title}
            maxLength={200}
            error={tries > 0 && short ? say('title.short') : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <NativeSelect
            label={say('new.language')}
            value={textLanguage}
            onChange={(event) => setTextLanguage(event.currentTarget.value === 'it' ? 'it' : 'en')}
            data={languages.map((one) => ({ value: one, label: say(`language.${one}`) }))}
          />
          {begin.error && <ProblemMessage error={begin.error} />}
          <Button type="submit" loading={begin.isPending}>
            {say('new.begin')}
          </Button>
        </form>
      )}
    </div>
  );
}
