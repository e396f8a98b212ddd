import { modeChangesRoutes, type ModeChangeView, type TableView } from '@tavolo/contracts';
import { decidingInstitution, isModeChangeOver } from '@tavolo/governance';
import { useRead } from '@tavolo/web-data';
import {
  ErrorState,
  Loading,
  WhoDecides,
  modeMessages,
  Page,
  Section,
  useMessages,
  usePageTitle,
  useWords,
} from '@tavolo/web-ui';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import { ModeHistory } from '../table/mode-history.js';
import { ReadTable } from '../table/read-table.js';
import { useAnnouncedFacts } from '../table/use-announced-facts.js';
import { DeclareEmergency } from './declare-emergency.js';
import { ModeChangePanel } from './mode-change-panel.js';
import { ProposeMode, proposersOf } from './propose-mode.js';

/** How the mode of a table is changed: what is under way, what was, and proposing one. */
export function ModeChangePage() {
  const say = useMessages(modeChangeMessages);
  return <ReadTable loading={say('loading')}>{(view) => <Changes view={view} />}</ReadTable>;
}

function Changes({ view }: { readonly view: TableView }) {
  const say = useMessages(modeChangeMessages);
  const words = useWords();
  const name = words(view.name);
  useAnnouncedFacts(view.key);
  usePageTitle(say('title.of', { table: name }));
  const { data, error, refetch } = useRead(modeChangesRoutes.ofTable, { params: { table: view.key } });
  const readAgain = (): void => void refetch();
  return (
    <Page
      title={say('title')}
      above={name}
      trail={[
        { to: `/tables/${view.key}`, label: name },
        { to: `/tables/${view.key}/rulebook`, label: view.rulebook.key },
      ]}
      below={
        <>
          <WhoDecides mode={view.mode} rules={view.rulebook} institution={decidingInstitution(view.seatsView)} />
          <p>{say('lead')}</p>
        </>
      }
    >
      {data && <Read view={view} changes={data} onDone={readAgain} />}
      {!data && (error ? <ErrorState error={error} retry={readAgain} /> : <Loading />)}
      <ModeHistory view={view} />
    </Page>
  );
}

interface ReadProps {
  readonly view: TableView;
  readonly changes: readonly ModeChangeView[];
  readonly onDone: () => void;
}

function Read({ view, changes, onDone }: ReadProps) {
  const say = useMessages(modeChangeMessages);
  const sayMode = useMessages(modeMessages);
  const underWay = (kind: 'change' | 'emergency') =>
    changes.some(({ change }) => change.kind === kind && !isModeChangeOver(change));
  const proposers = proposersOf(view);
  const declares = proposers.includes('institution') && view.mode !== 'consultation' && !underWay('emergency');
  const shown = (one: ModeChangeView) => {
    const { key, change } = one;
    const named = { key, from: sayMode(`name.${change.from.mode}`), to: sayMode(`name.${change.rulebook.mode}`) };
    return (
      <Section key={key} id={key} title={say(change.kind, named)}>
        <ModeChangePanel view={one} onDone={onDone} />
      </Section>
    );
  };
  return (
    <>
      {changes.length === 0 && <p>{say('none')}</p>}
      {changes.filter(({ change }) => !isModeChangeOver(change)).map(shown)}
      {proposers.length > 0 && !underWay('change') && <ProposeMode view={view} onDone={onDone} />}
      {declares && <DeclareEmergency view={view} onDone={onDone} />}
      {changes.filter(({ change }) => isModeChangeOver(change)).map(shown)}
    </>
  );
}
