import { proposalsRoutes, type ProposalView } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import {
  Breadcrumbs,
  CopyText,
  Loading,
  useFormats,
  useMessages,
  usePageTitle,
  useWords,
  WordsText,
} from '@tavolo/web-ui';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { pageMessages } from '../messages/page-messages.js';
import { CompareVersions } from '../reading/compare-versions.js';
import { VersionText } from '../reading/version-text.js';
import { PageError } from './page-error.js';
import { PrintedHead } from './printed-head.js';
import styles from './proposal-page.module.css';
import { Section } from './section.js';

/** A frozen version to read, to compare and to check by its fingerprint. */
export function VersionPage() {
  const { proposal = '' } = useParams();
  const { data, error, refetch } = useRead(proposalsRoutes.proposal, { params: { proposal } });
  if (data) return <Version view={data} />;
  if (error) return <PageError error={error} retry={() => void refetch()} />;
  return <Loading />;
}

function Version({ view }: { readonly view: ProposalView }) {
  const { n = '' } = useParams();
  const say = useMessages(pageMessages);
  const words = useWords();
  const write = useFormats(view.procedure.rulebook.zone);
  const [against, setAgainst] = useState('');
  const version = view.versions.find((one) => String(one.n) === n);
  const heading = say('frozenVersion', { n, date: version ? write.date(version.frozenAt) : '' });
  usePageTitle(`${view.key} ${heading}`);
  if (!version) return <PageError error={{ code: 'not_found' }} />;
  const others = view.versions.filter((one) => one.n !== version.n);
  const other = others.find((one) => String(one.n) === against);
  return (
    <div className={styles.page}>
      <Breadcrumbs
        trail={[
          { to: `/tables/${view.table.key}`, label: words(view.table.name) },
          { to: `/proposals/${view.key}`, label: `${view.key} ${words(view.title)}` },
          { label: heading },
        ]}
      />
      <PrintedHead view={view} version={version} />
      <header className={styles.head}>
        <p className={styles.key}>
          {view.key} · <WordsText words={view.title} marked />
        </p>
        <h1 tabIndex={-1}>{heading}</h1>
      </header>
      {others.length > 0 && (
        <NativeSelect
          className={styles.compare}
          label={say('compare')}
          value={against}
          onChange={(event) => setAgainst(event.currentTarget.value)}
          data={[
            { value: '', label: say('compare.none') },
            ...others.map((one) => ({
              value: String(one.n),
              label: say('frozenVersion', { n: one.n, date: write.date(one.frozenAt) }),
            })),
          ]}
        />
      )}
      {other ? (
        <CompareVersions
          earlier={other.n < version.n ? other : version}
          later={other.n < version.n ? version : other}
          original={view.document.language}
        />
      ) : (
        <VersionText version={version} original={view.document.language} />
      )}
      <Section title={say('versions.hash')}>
        <p className={styles.soft}>{say('versions.hash.explain')}</p>
        <CopyText label={say('versions.hash')} value={version.textHash} />
      </Section>
      <p>
        <Link to={`/proposals/${view.key}`}>{say('versions.back')}</Link>
      </p>
    </div>
  );
}
