import { type TableView } from '@tavolo/contracts';
import { decidingInstitution } from '@tavolo/governance';
import {
  NamingProvider,
  Page,
  directoryOf,
  useLanguage,
  useMessages,
  useWords,
  WordsText,
  WhoDecides,
} from '@tavolo/web-ui';
import { useMemo } from 'react';
import { Mandates } from '../mandate/mandates.js';
import { roomMessages } from '../messages/room-messages.js';
import { tablePageMessages } from '../messages/table-page-messages.js';
import { BenchDoor } from '../rooms/bench-door.js';
import { PrivateNotice } from '../rooms/private-notice.js';
import { Spokespeople } from '../rooms/spokespeople.js';
import { Decisions } from './decisions.js';
import { ModeHistory } from './mode-history.js';
import { Proposals } from './proposals.js';
import { ReadTable } from './read-table.js';
import { Seated } from './seated.js';
import { TableNav } from './table-nav.js';
import { useAnnouncedFacts } from './use-announced-facts.js';
import { WaitingHere } from './waiting-here.js';

/** A table: who decides here and how, what is asked of me, proposals, decisions, who sits here. */
export function TablePage() {
  const say = useMessages(tablePageMessages);
  return <ReadTable loading={say('loading')}>{(view) => <Table view={view} />}</ReadTable>;
}

function Table({ view }: { readonly view: TableView }) {
  const { language } = useLanguage();
  const say = useMessages(tablePageMessages);
  const sayRoom = useMessages(roomMessages);
  const words = useWords();
  const { present } = useAnnouncedFacts(view.key);
  const naming = useMemo(
    () => ({
      zone: view.rulebook.zone,
      directory: directoryOf({ seats: view.seatsView, roles: view.rolesView }, language),
    }),
    [view, language],
  );
  return (
    <NamingProvider naming={naming}>
      <Page
        title={words(view.name)}
        trail={[]}
        above={
          <>
            {/* The key of a bench is random: no word that anybody says. */}
            {view.room?.kind !== 'bench' && <span>{view.key}</span>}
            {view.area && (
              <span>
                <WordsText words={view.area.name} />
              </span>
            )}
            <span>{view.room ? sayRoom('short') : say(`visibility.${view.visibility}`)}</span>
          </>
        }
        below={<WhoDecides mode={view.mode} rules={view.rulebook} institution={decidingInstitution(view.seatsView)} />}
      >
        <PrivateNotice view={view} />
        <TableNav view={view} />
        <WaitingHere view={view} />
        <Spokespeople view={view} />
        <Mandates view={view} />
        <Proposals view={view} />
        <Decisions view={view} />
        <BenchDoor view={view} />
        <Seated view={view} present={present} />
        <ModeHistory view={view} />
      </Page>
    </NamingProvider>
  );
}
