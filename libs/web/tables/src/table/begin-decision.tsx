import { mandatesRoutes, type MandateView, type TableView } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { ActionLink, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { tablePageMessages } from '../messages/table-page-messages.js';
import styles from './table.module.css';

type Seated = Pick<TableView, 'me' | 'seatsView'>;

/** The mandate under which decisions can be begun: granted, and not at its end. */
const inForce = (mandates: readonly MandateView[]): MandateView | undefined =>
  mandates.find(({ mandate, state }) => mandate.grant !== null && state !== 'expired' && state !== 'revoked');

/** Whether somebody sits for a holder of the mandate, with a vote: they alone begin decisions (domain.md 2.2, Proposes). */
function holds({ me, seatsView }: Seated, { mandate }: MandateView): boolean {
  const seat = seatsView.find(({ id }) => id === me.seat);
  return seat?.right === 'vote' && mandate.terms.holders.includes(seat.sector);
}

/** The way to begin a decision for the holders of the mandate; everybody else who sits at the table is told why it is not hers. */
export function BeginDecision({ view }: { readonly view: TableView }) {
  const say = useMessages(tablePageMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  const { data } = useRead(mandatesRoutes.ofTable, { params: { table: view.key } });
  if (!data || view.me.member === null) return null;
  const mandate = inForce(data);
  if (!mandate) return <span className={styles.why}>{say('begin.decision.noMandate')}</span>;
  if (holds(view, mandate)) return <ActionLink to={`/tables/${view.key}/new`}>{say('begin.decision')}</ActionLink>;
  const sectors = write.list(mandate.mandate.terms.holders.map((sector) => sayTable(`sector.${sector}`)));
  return <span className={styles.why}>{say('begin.decision.holders', { sectors })}</span>;
}
