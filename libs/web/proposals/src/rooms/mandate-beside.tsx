import { tablesRoutes, type ProposalSummary, type TableSummary, type TableView } from '@tavolo/contracts';
import { type PlanningProcedure } from '@tavolo/governance';
import { localDateOf } from '@tavolo/kernel';
import { useRead } from '@tavolo/web-data';
import { directoryOf, useFormats, useLanguage, useMessages, useWords } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { Written } from '../acts/written.js';
import { mandateMessages } from '../messages/mandate-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './rooms.module.css';

/** Stages at which a mandate is looked at beside the text: from the negotiation to the decision. */
const beside: readonly PlanningProcedure['stage'][] = ['negotiating', 'mediation', 'settled', 'ratifying', 'on_hold'];

/**
 * Beside a text at a table, for the members of a room that gave a mandate: what its spokesperson may promise, what not, and until when. It
 * is read from the room itself, as far as the room lets the reader in; for everybody else there is nothing, and nothing is asked for.
 */
export function MandateBeside({ procedure: { stage, rulebook } }: { readonly procedure: PlanningProcedure }) {
  const { actor } = useStanding();
  if (actor === null || rulebook.negotiatingMandate || !beside.includes(stage)) return null;
  return <OfMyRooms />;
}

function OfMyRooms() {
  const { view } = useStanding();
  const { data = [] } = useRead(tablesRoutes.tables);
  const mine = data.filter(({ room }) => speaksHere(room, view));
  return mine.map(({ key }) => <OfRoom key={key} room={key} />);
}

/** The bench of a sector speaks at its own table; a coalition where it has handed in a text of its own. */
function speaksHere(
  room: TableSummary['room'],
  { table, joint }: { readonly table: { readonly key: string }; readonly joint?: ProposalSummary['joint'] | undefined },
): boolean {
  return room?.kind === 'bench' ? room.of.key === table.key : room !== undefined && joint !== undefined;
}

function OfRoom({ room }: { readonly room: string }) {
  const { view, now } = useStanding();
  const { data } = useRead(tablesRoutes.table, { params: { table: room } });
  const today = localDateOf(now, view.procedure.rulebook.zone);
  const holding = (data?.proposals ?? []).filter(({ mandate }) => mandate !== undefined && mandate.until >= today);
  if (!data || holding.length === 0) return null;
  return holding.map((text) => <Limits key={text.key} room={data} text={text} />);
}

interface LimitsProps {
  readonly room: TableView;
  readonly text: ProposalSummary;
}

function Limits({ room, text: { key, title, mandate } }: LimitsProps) {
  const { may } = useStanding();
  const { language } = useLanguage();
  const say = useMessages(mandateMessages);
  const words = useWords();
  const write = useFormats();
  if (!mandate) return null;
  const directory = directoryOf({ seats: room.seatsView, roles: room.rolesView }, language);
  const mine = mandate.spokesperson === room.me.member || mandate.deputy === room.me.member;
  const part = partOf(may, mine);
  return (
    <Section title={say('beside', { room: words(room.name) })}>
      <p className={styles.soft}>{say('private')}</p>
      <p>{say(`beside.${part}`)}</p>
      <dl className={styles.limits}>
        <dt>{say('spokesperson')}</dt>
        <dd className={styles.spokesperson}>
          {mandate.spokesperson === room.me.member ? say('beside.you') : directory.member(mandate.spokesperson)}
        </dd>
        <dt>{say('may')}</dt>
        <dd>
          <Written>{mandate.may}</Written>
        </dd>
        <dt>{say('mayNot')}</dt>
        <dd>
          <Written>{mandate.mayNot}</Written>
        </dd>
        <dt>{say('until')}</dt>
        <dd>{write.date(mandate.until)}</dd>
      </dl>
      <p>
        <Link to={`/proposals/${key}`}>{say('beside.text', { key, title: words(title) })}</Link>
      </p>
    </Section>
  );
}

/** What the mandate is there for now: the bench holds the text against it, or may be asked to, or its spokesperson keeps within it. */
function partOf(may: ReturnType<typeof useStanding>['may'], speaks: boolean): 'ratifies' | 'asks' | 'speaks' | 'reads' {
  if (may('ratification.given')) return 'ratifies';
  if (may('ratification.requested')) return 'asks';
  return speaks ? 'speaks' : 'reads';
}
