import { type MandateView } from '@tavolo/contracts';
import { type MandateState as State } from '@tavolo/governance';
import { Deadline, Notice, tableMessages, useFormats, useMessages, useWords } from '@tavolo/web-ui';
import { mandateMessages } from '../messages/mandate-messages.js';
import styles from './mandate.module.css';

interface MandatePartProps {
  readonly view: MandateView;
}

const tones = { proposed: 'info', active: 'good', suspended: 'care', expired: 'bad', revoked: 'bad' } as const;

/** In which state it is, since when and why; a revocation that is under way; when the next report is due. */
export function MandateState({ view }: MandatePartProps) {
  const { state, mandate } = view;
  const say = useMessages(mandateMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats(mandate.terms.zone);
  const told = { state: sayTable(`mandateState.${state}`), moment: write.dateTime(mandate.since) };
  return (
    <>
      <Notice tone={tones[state]} title={say('state.since', told)}>
        <Why view={view} state={state} />
        {mandate.ended?.reason && <blockquote className={styles.quote}>{mandate.ended.reason}</blockquote>}
      </Notice>
      <Revoking view={view} />
      <ReportDue view={view} />
    </>
  );
}

function Why({ view, state }: MandatePartProps & { readonly state: State }) {
  const say = useMessages(mandateMessages);
  const groundOf = useGround(view);
  if (state === 'active') return null;
  if (state !== 'suspended') return <p>{say(`state.${state}`)}</p>;
  return view.mandate.suspensions
    .filter(({ until }) => until === null)
    .map(({ cause, ground, reason, from }) => (
      <div key={from}>
        <p>{cause === 'report_overdue' ? say('state.overdue') : say('state.breach', { ground: groundOf(ground) })}</p>
        {reason !== null && <blockquote className={styles.quote}>{reason}</blockquote>}
      </div>
    ));
}

function useGround({ mandate }: MandateView): (id: string | null) => string {
  const words = useWords();
  return (id) => {
    const found = mandate.terms.revocation.grounds.find((one) => one.id === id);
    return found ? words(found.words) : (id ?? '');
  };
}

function Revoking({ view }: MandatePartProps) {
  const say = useMessages(mandateMessages);
  const { revocation, terms, ended } = view.mandate;
  const write = useFormats(terms.zone);
  const groundOf = useGround(view);
  if (!revocation || ended) return null;
  const { hearing } = revocation;
  return (
    <Notice
      tone="care"
      title={say('revoking.title', { date: write.date(revocation.announcedAt), ground: groundOf(revocation.ground) })}
    >
      <blockquote className={styles.quote}>{revocation.reason}</blockquote>
      <p>
        {say('revoking.from')} <Deadline at={revocation.possibleFrom} zone={terms.zone} />
      </p>
      {hearing ? (
        <>
          <p>{say('revoking.heard', { date: write.date(hearing.at) })}</p>
          <blockquote className={styles.quote}>{hearing.text}</blockquote>
        </>
      ) : (
        <p>{say('revoking.notHeard')}</p>
      )}
    </Notice>
  );
}

/** The day of the next report and how far away it is, in calendar days; and what follows without it. */
function ReportDue({ view: { report, mandate } }: MandatePartProps) {
  const say = useMessages(mandateMessages);
  const { zone } = mandate.terms;
  const write = useFormats(zone);
  if (!report) return null;
  const { inDays, dueOn, suspendsAt } = report;
  const distance =
    inDays === 0 ? say('report.today') : say(inDays > 0 ? 'report.in' : 'report.late', { count: Math.abs(inDays) });
  return (
    <div>
      <p className={styles.line}>
        {say('report')}: {say('report.due', { date: write.date(dueOn), distance })}
      </p>
      {suspendsAt !== null && (
        <p className={styles.soft}>
          {say('report.suspends')} <Deadline at={suspendsAt} zone={zone} plain />
        </p>
      )}
    </div>
  );
}
