import { mandatesRoutes, type MandateView, type TableView } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { ErrorState, Loading, Section, useMessages } from '@tavolo/web-ui';
import { mandateMessages } from '../messages/mandate-messages.js';
import { MandatePanel } from './mandate-panel.js';
import { ProposeMandate } from './propose-mandate.js';

/** The mandates under which a table decides or has decided, the newest first: for everybody who reads the table. */
export function Mandates({ view }: { readonly view: TableView }) {
  const everDecided = view.mode === 'auto_administration' || view.modeHistory.some(isDeciding);
  return everDecided ? <ReadMandates view={view} /> : null;
}

const isDeciding = ({ mode }: { readonly mode: TableView['mode'] }): boolean => mode === 'auto_administration';

function ReadMandates({ view }: { readonly view: TableView }) {
  const say = useMessages(mandateMessages);
  const { data, error, refetch } = useRead(mandatesRoutes.ofTable, { params: { table: view.key } });
  const readAgain = (): void => void refetch();
  if (!data) return error ? <ErrorState error={error} retry={readAgain} /> : <Loading />;
  const propose = mayPropose(view) && data.every(isOver) && <ProposeMandate view={view} onDone={readAgain} />;
  return (
    <>
      {data.length === 0 && view.mode === 'auto_administration' && <p>{say('none')}</p>}
      {propose}
      {data.map((mandate) => (
        <Section key={mandate.key} title={say('title', { key: mandate.key })} id={`mandate-${mandate.key}`}>
          <MandatePanel view={mandate} onDone={readAgain} />
        </Section>
      ))}
    </>
  );
}

const isOver = ({ state }: MandateView): boolean => state === 'expired' || state === 'revoked';

/** Whoever has a vote, sits for the institution, or guides; a voting seat proposes for its own sector, which the server holds to. */
function mayPropose({ mode, me, seatsView }: TableView): boolean {
  const seat = seatsView.find(({ id }) => id === me.seat);
  const guides = me.roles.some((role) => role === 'coordinator' || role === 'facilitator');
  return mode === 'auto_administration' && (guides || seat?.right === 'vote' || seat?.decidingAuthority === true);
}
