import { type AutoRegulationProcedure } from '@tavolo/governance';
import { ProblemMessage, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { ActButton } from '../acts/act-button.js';
import { useAct } from '../acts/use-act.js';
import { charterMessages } from '../messages/charter-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { useLiveText } from '../writing/live-text.js';
import styles from './charter.module.css';
import { SubjectRow } from './subject-list.js';
import { useOwnSubject } from './use-subject.js';

interface CharterPartProps {
  readonly procedure: AutoRegulationProcedure;
}

/** Who drafts the charter, who agrees to the words as they stand now, and joining, agreeing and freezing. */
export function DraftingGroup({ procedure }: CharterPartProps) {
  const { may } = useStanding();
  const say = useMessages(charterMessages);
  const { textHash } = useLiveText();
  const { stage, drafting } = procedure;
  if (stage === 'draft' && !may('charter.invited')) return null;
  return (
    <Section title={say('drafting')} id="drafting">
      <p>{say('drafting.lead')}</p>
      {stage !== 'draft' && drafting.length === 0 && <p className={styles.hint}>{say('drafting.nobody')}</p>}
      {drafting.length > 0 && (
        <ul className={styles.subjects} aria-label={say('drafting')}>
          {drafting.map((one) => {
            const current = one.textHash !== null && (textHash === null || one.textHash === textHash);
            const outdated = one.textHash !== null && !current;
            return (
              <SubjectRow
                key={one.subject}
                procedure={procedure}
                subject={one.subject}
                state={current ? 'signed' : outdated ? 'waiting' : 'undecided'}
                says={say(current ? 'drafting.agreed' : outdated ? 'drafting.outdated' : 'drafting.missing')}
              />
            );
          })}
        </ul>
      )}
      {may('charter.invited') && (
        <div className={styles.actions}>
          <ActButton
            act="charter.invited"
            label={say('drafting.invite')}
            explain={say('drafting.invite.explain')}
            body={() => ({})}
          />
        </div>
      )}
      <OwnPart procedure={procedure} />
      <Freezing procedure={procedure} />
    </Section>
  );
}

/** Joining, and agreeing to the words that are on this screen, only once they are stored. */
function OwnPart({ procedure }: CharterPartProps) {
  const { may } = useStanding();
  const say = useMessages(charterMessages);
  const mine = useOwnSubject(procedure);
  const { perform, busy, error } = useAct();
  const { textHash, saved, empty } = useLiveText();
  if (!mine) return null;
  const joined = procedure.drafting.find(({ subject }) => subject === mine.id);
  const agrees = may('drafting.consented') && joined !== undefined && joined.textHash !== textHash;
  return (
    <>
      {may('drafting.joined') && (
        <div className={styles.actions}>
          <Button loading={busy} onClick={() => void perform('drafting.joined', {})}>
            {say('drafting.join', { subject: mine.name })}
          </Button>
        </div>
      )}
      {agrees && (
        <div className={styles.actions}>
          <Button
            loading={busy}
            disabled={textHash === null || empty || !saved}
            onClick={() => textHash !== null && void perform('drafting.consented', { textHash })}
          >
            {say('drafting.agree', { subject: mine.name })}
          </Button>
          {empty && <p className={styles.hint}>{say('drafting.empty')}</p>}
          {!empty && !saved && <p className={styles.hint}>{say('drafting.unsaved')}</p>}
        </div>
      )}
      {error !== null && <ProblemMessage error={error} />}
    </>
  );
}

function Freezing({ procedure: { stage, drafting } }: CharterPartProps) {
  const { may } = useStanding();
  const say = useMessages(charterMessages);
  if (stage !== 'drafting' || !may('proposal.frozen')) return null;
  const [first] = drafting;
  const ready = first?.textHash != null && drafting.every(({ textHash }) => textHash === first.textHash);
  if (!ready) return <p className={styles.hint}>{say('drafting.freeze.waits')}</p>;
  return (
    <div className={styles.actions}>
      <ActButton
        act="proposal.frozen"
        label={say('drafting.freeze')}
        explain={say('drafting.freeze.explain')}
        body={() => ({})}
      />
    </div>
  );
}
