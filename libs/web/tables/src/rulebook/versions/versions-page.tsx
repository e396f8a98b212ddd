import { Checkbox, NativeSelect } from '@mantine/core';
import { tablesRoutes, type RulebookVersion, type TableView } from '@tavolo/contracts';
import { compareRulebooks, presets, rulebookFrom, type Rulebook } from '@tavolo/governance';
import { useRead } from '@tavolo/web-data';
import {
  ErrorState,
  Loading,
  Page,
  presetMessages,
  useFormats,
  useMessages,
  usePageTitle,
  useWords,
} from '@tavolo/web-ui';
import { useState } from 'react';
import { versionsMessages } from '../../messages/versions-messages.js';
import { ReadTable } from '../../table/read-table.js';
import { RulebookDifference } from '../change/rulebook-difference.js';
import { useAnnouncedFacts } from '../../table/use-announced-facts.js';
import { PastBallots } from './past-ballots.js';
import styles from './versions.module.css';

/** The versions of a table's rulebook, and two of them, or one and a preset, side by side in sentences. */
export function VersionsPage() {
  const say = useMessages(versionsMessages);
  return <ReadTable loading={say('loading')}>{(view) => <Versions view={view} />}</ReadTable>;
}

function Versions({ view }: { readonly view: TableView }) {
  const say = useMessages(versionsMessages);
  const words = useWords();
  const name = words(view.name);
  useAnnouncedFacts(view.key);
  usePageTitle(say('title.of', { table: name }));
  const { data, error, refetch } = useRead(tablesRoutes.rulebooks, { params: { table: view.key } });
  return (
    <Page
      title={say('title')}
      above={name}
      below={<p>{say('lead')}</p>}
      trail={[
        { to: `/tables/${view.key}`, label: name },
        { to: `/tables/${view.key}/rulebook`, label: view.rulebook.key },
      ]}
    >
      {data && <Comparing versions={data} decisions={view.decisions} />}
      {!data && (error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />)}
    </Page>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly rulebook: Rulebook;
}

interface ComparingProps {
  readonly versions: readonly RulebookVersion[];
  /** What was decided at the table; its ballots are counted again. */
  readonly decisions?: TableView['decisions'];
}

/** Shows a choice of two, and what comes of it; the version before the one in force stands beside it at first. */
export function Comparing({ versions, decisions = [] }: ComparingProps) {
  const say = useMessages(versionsMessages);
  const choices = useChoices(versions);
  const [left, setLeft] = useState(versions.length > 1 ? '1' : '0');
  // A table with one version is compared with the preset from which it was made.
  const [right, setRight] = useState(versions.length > 1 ? '0' : (versions[0]?.rulebook.preset ?? '0'));
  const [only, setOnly] = useState(false);
  const of = (value: string): Choice | undefined => choices.find((one) => one.value === value);
  const [ours, theirs] = [of(left), of(right)];
  if (!ours || !theirs) return null;
  const rows = compareRulebooks(ours.rulebook, theirs.rulebook);
  const different = rows.filter(({ same }) => !same);
  return (
    <>
      <div className={styles.choice} data-print="no">
        <NativeSelect
          label={say('left')}
          value={left}
          data={choices}
          onChange={(e) => setLeft(e.currentTarget.value)}
        />
        <NativeSelect
          label={say('right')}
          value={right}
          data={choices}
          onChange={(e) => setRight(e.currentTarget.value)}
        />
      </div>
      <p role="status">{say('count', { count: different.length })}</p>
      <Checkbox label={say('onlyDifferent')} checked={only} onChange={() => setOnly(!only)} />
      <RulebookDifference left={ours} right={theirs} only={only} />
      {theirs.rulebook.mode === 'planning' && <PastBallots decisions={decisions} rulebook={theirs.rulebook} />}
    </>
  );
}

/** Every version, newest first, then the presets of the mode in force. */
function useChoices(versions: readonly RulebookVersion[]): readonly Choice[] {
  const say = useMessages(versionsMessages);
  const sayPreset = useMessages(presetMessages);
  const current = versions[0]?.rulebook;
  const write = useFormats(current?.zone);
  const had = versions.map(({ rulebook, from, to }, index) => {
    const { key, version } = rulebook;
    const named = { key, version, from: write.date(from) };
    const label = to === null ? say('inForce', named) : say('earlier', { ...named, to: write.date(to) });
    return { value: String(index), label, rulebook };
  });
  if (!current) return had;
  const { key, version, adoptedOn, zone, holidays } = current;
  const models = presets.flatMap((preset) => {
    const parties = current.mode === 'planning' ? current.parties : undefined;
    const made =
      preset.kind === current.mode && rulebookFrom(preset, { key, version, adoptedOn, zone, holidays }, parties);
    if (!made) return [];
    const label = say('presetOption', { name: sayPreset(`${preset.key}.name`) });
    return [{ value: preset.key, label, rulebook: made }];
  });
  return [...had, ...models];
}
