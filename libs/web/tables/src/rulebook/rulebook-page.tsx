import { Button } from '@mantine/core';
import { type TableView } from '@tavolo/contracts';
import { decidingInstitution, isPresetKey } from '@tavolo/governance';
import {
  Notice,
  Page,
  presetMessages,
  useFormats,
  useMessages,
  usePageTitle,
  useWords,
  WhoDecides,
} from '@tavolo/web-ui';
import { Link } from 'react-router';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import { rulebookPageMessages } from '../messages/rulebook-page-messages.js';
import { versionsMessages } from '../messages/versions-messages.js';
import { ModeHistory } from '../table/mode-history.js';
import { ReadTable } from '../table/read-table.js';
import { useAnnouncedFacts } from '../table/use-announced-facts.js';
import { ChangesList } from './change/changes-list.js';
import styles from './rulebook.module.css';
import { RulebookSentences } from './rulebook-sentences.js';
import { TryRule } from './trying/try-rule.js';

/** The rulebook of a table in numbered plain sentences. */
export function RulebookPage() {
  const say = useMessages(rulebookPageMessages);
  return <ReadTable loading={say('loading')}>{(view) => <RulebookOf view={view} />}</ReadTable>;
}

function RulebookOf({ view }: { readonly view: TableView }) {
  const { rulebook } = view;
  const say = useMessages(rulebookPageMessages);
  const sayMode = useMessages(modeChangeMessages);
  const write = useFormats(rulebook.zone);
  const words = useWords();
  useAnnouncedFacts(view.key);
  const name = words(view.name);
  // After the heading's own: rulebooks are known by the table whose they are.
  usePageTitle(say('title.of', { key: rulebook.key, table: name }));
  const offered = !('values' in rulebook);
  return (
    <Page
      title={say('title', { key: rulebook.key })}
      above={name}
      trail={[{ to: `/tables/${view.key}`, label: name }]}
      below={
        <>
          <p>{say('adopted', { version: rulebook.version, date: write.date(rulebook.adoptedOn) })}</p>
          <MadeFrom rulebook={rulebook} table={view.key} />
          {!view.room && (
            <p data-print="no">
              <Link to={`/tables/${view.key}/mode`}>{sayMode('link')}</Link>
            </p>
          )}
          <WhoDecides mode={rulebook.mode} rules={rulebook} institution={decidingInstitution(view.seatsView)} />
        </>
      }
    >
      {!offered && (
        <Notice tone="info">
          <p>{say('notOffered')}</p>
        </Notice>
      )}
      <RulebookSentences rulebook={rulebook} />
      {offered && <ChangesList view={view} />}
      {rulebook.mode === 'planning' && <TryRule rulebook={rulebook} seats={view.seatsView} />}
      <p className={styles.print} data-print="no">
        <Button variant="outline" onClick={() => window.print()}>
          {say('print')}
        </Button>
      </p>
      <details open={!offered} data-print="no">
        <summary className={styles.summary}>{say('data')}</summary>
        <pre className={styles.data}>{JSON.stringify(rulebook, null, 2)}</pre>
      </details>
      <ModeHistory view={view} />
    </Page>
  );
}

/** From which preset the rulebook was made, and where its versions stand side by side. */
function MadeFrom({ rulebook: { preset }, table }: Pick<TableView, 'rulebook'> & { readonly table: string }) {
  const say = useMessages(versionsMessages);
  const sayPreset = useMessages(presetMessages);
  return (
    <>
      {preset !== undefined && isPresetKey(preset) && (
        <p>
          <Link to={`/presets#${preset}`}>{say('preset', { name: sayPreset(`${preset}.name`) })}</Link>
        </p>
      )}
      <p data-print="no">
        <Link to={`/tables/${table}/rulebook/versions`}>{say('link')}</Link>
      </p>
    </>
  );
}
