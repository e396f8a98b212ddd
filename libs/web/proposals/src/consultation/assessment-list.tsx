import { type Assessment, type ConsultationProcedure } from '@tavolo/governance';
import { EmptyState, SectorBadge, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { AssessmentWords } from './assessment-words.js';
import styles from './consultation.module.css';

/** Every assessment beside its reasoned reply. */
export function AssessmentList({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const { directory } = useStanding();
  const say = useMessages(consultationMessages);
  const write = useFormats();
  if (procedure.window === null) return null;
  const silent = procedure.prevailing?.silent ?? [];
  return (
    <Section
      title={say('assessments')}
      aside={say('assessments.count', { count: procedure.assessments.length, of: procedure.entitled.length })}
    >
      {procedure.assessments.length === 0 && <EmptyState title={say('assessments.none')} />}
      <ol className={styles.pairs}>
        {procedure.assessments.map((assessment) => (
          <Pair key={assessment.key} assessment={assessment} procedure={procedure} />
        ))}
      </ol>
      {silent.length > 0 && (
        <p className={styles.hint}>
          {say('assessments.silent', { names: write.list(silent.map((seat) => directory.seatHolder(seat))) })}
        </p>
      )}
    </Section>
  );
}

interface PairProps {
  readonly assessment: Assessment;
  readonly procedure: ConsultationProcedure;
}

function Pair({ assessment, procedure }: PairProps) {
  const { directory, view } = useStanding();
  const say = useMessages(consultationMessages);
  const sayTable = useMessages(tableMessages);
  const { key, seat, sector, position } = assessment;
  const write = useFormats();
  const place = view.seats.find(({ id }) => id === seat);
  const reply = procedure.replies.find(({ assessments }) => assessments.includes(key));
  return (
    <li className={styles.pair} id={`assessment-${key}`} tabIndex={-1}>
      <div className={styles.assessment} data-position={position}>
        <p className={styles.key}>{key}</p>
        <p className={styles.position}>{sayTable(`position.${position}`)}</p>
        <p>
          {directory.seatHolder(seat)}
          {place?.organisation && `, ${directory.organisation(place.organisation.id)}`} <SectorBadge sector={sector} />
        </p>
        <AssessmentWords assessment={assessment} procedure={procedure} />
      </div>
      <div className={styles.reply} data-missing={reply === undefined}>
        <p className={styles.key}>{reply ? `${say('reply')} ${reply.key}` : say('reply.none')}</p>
        {reply && (
          <>
            <p className={styles.position}>{sayTable(`outcome.${reply.outcome}`)}</p>
            {reply.reason ? (
              <p className={styles.words}>
                <Written>{reply.reason}</Written>
              </p>
            ) : (
              <p className={styles.hint}>
                {say(reply.outcome === 'noted' ? 'reply.noReason.noted' : 'reply.noReason.accepted')}
              </p>
            )}
            {reply.assessments.length > 1 && (
              <p className={styles.hint}>{say('reply.shared', { keys: write.list(reply.assessments) })}</p>
            )}
          </>
        )}
      </div>
    </li>
  );
}
