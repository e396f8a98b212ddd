import { proposalsRoutes, tablesRoutes } from '@tavolo/contracts';
import { type Mode } from '@tavolo/governance';
import { call, useRead } from '@tavolo/web-data';
import { Breadcrumbs, Loading, ProblemMessage, useLanguage, useMessages, usePageTitle, useWords } from '@tavolo/web-ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { languages } from '@tavolo/kernel';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { pageMessages } from '../messages/page-messages.js';
import { PageError } from './page-error.js';
import pageStyles from './proposal-page.module.css';
import styles from './new-proposal.module.css';

const headings = {
  planning: 'new.title',
  consultation: 'new.consultation',
  auto_regulation: 'new.charter',
  auto_administration: 'new.title',
} as const satisfies Record<Mode, string>;

/** Begins a proposal; a consultation where the table consults, a charter where each signs for itself. */
export function NewProposalPage() {
  const { table = '' } = useParams();
  const { language } = useLanguage();
  const say = useMessages(pageMessages);
  const words = useWords();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [textLanguage, setTextLanguage] = useState(language);
  const { data, error, refetch } = useRead(tablesRoutes.table, { params: { table } });
  const begin = useMutation({
    mutationFn: () =>
      call(proposalsRoutes.draft, { params: { table }, body: { title: title.trim(), language: textLanguage } }),
    onSuccess: ({ key }) => navigate(`/proposals/${key}`),
  });
  const heading = say(data ? headings[data.mode] : 'new.title');
  usePageTitle(heading);
  if (error) return <PageError error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <div className={pageStyles.page}>
      <Breadcrumbs trail={[{ to: `/tables/${table}`, label: words(data.name) }, { label: heading }]} />
      <h1 tabIndex={-1}>{heading}</h1>
      {data.me.member === null ? (
        <p>{say('new.notAllowed')}</p>
      ) : (
        <form onSubmit={send} className={styles.form}>
          <p className={styles.hint}>{say('new.lead')}</p>
          <TextInput
            label={say('title')}
            value={title}
            minLength={3}
            maxLength={200}
            required
            withAsterisk={false}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <NativeSelect
            label={say('new.language')}
            value={textLanguage}
            onChange={(event) => setTextLanguage(event.currentTarget.value === 'it' ? 'it' : 'en')}
            data={languages.map((one) => ({ value: one, label: say(`language.${one}`) }))}
          />
          {begin.error && <ProblemMessage error={begin.error} />}
          <Button type="submit" loading={begin.isPending} disabled={title.trim().length < 3}>
            {say('new.begin')}
          </Button>
        </form>
      )}
    </div>
  );
}
