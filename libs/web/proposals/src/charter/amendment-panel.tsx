import { type AutoRegulationProcedure } from '@tavolo/governance';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { ActButton } from '../acts/act-button.js';
import { charterMessages } from '../messages/charter-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './charter.module.css';
import { SubjectRow } from './subject-list.js';
import { useOwnSubject } from './use-subject.js';

/** A later version that waits for all signatories: who accepts it, and accepting it, leaving, or dropping it. */
export function AmendmentPanel({ procedure }: { readonly procedure: AutoRegulationProcedure }) {
  const { view, may } = useStanding();
  const say = useMessages(charterMessages);
  const write = useFormats(procedure.rulebook.zone);
  const mine = useOwnSubject(procedure);
  const { amendment, signatures, version } = procedure;
  if (!amendment) return null;
  const accepts = mine?.signs === true && !amendment.accepted.includes(mine.id);
  const named = { subject: mine?.name ?? '', version: amendment.version };
  return (
    <Section title={say('amendment')} id="amendment">
      <p>
        {say('amendment.lead', {
          version: amendment.version,
          date: write.date(amendment.at),
          current: version ?? 0,
        })}
      </p>
      <p>
        <Link to={`/proposals/${view.key}/versions/${amendment.version}`}>
          {say('amendment.read', { n: amendment.version })}
        </Link>
      </p>
      <p className={styles.counts}>
        {say('amendment.count', {
          count: signatures.filter(({ subject }) => amendment.accepted.includes(subject)).length,
          of: signatures.length,
        })}
      </p>
      <ul className={styles.subjects} aria-label={say('amendment')}>
        {signatures.map(({ subject }) => {
          const accepted = amendment.accepted.includes(subject);
          return (
            <SubjectRow
              key={subject}
              procedure={procedure}
              subject={subject}
              state={accepted ? 'signed' : 'undecided'}
              says={say(accepted ? 'amendment.accepted' : 'amendment.waiting')}
            />
          );
        })}
      </ul>
      <div className={styles.actions}>
        {accepts && may('charter.amendment_accepted') && (
          <ActButton
            act="charter.amendment_accepted"
            label={say('amendment.accept', named)}
            explain={say('amendment.accept.explain', named)}
            body={() => ({ subject: mine.id })}
          />
        )}
        {mine?.signs && may('charter.left') && (
          <ActButton
            act="charter.left"
            label={say('amendment.leave')}
            explain={say('amendment.leave.explain', named)}
            reason="required"
            danger
            quiet
            body={(reason) => ({ subject: mine.id, reason })}
          />
        )}
        {may('charter.amendment_dropped') && (
          <ActButton
            act="charter.amendment_dropped"
            label={say('amendment.drop')}
            explain={say('amendment.drop.explain')}
            reason="required"
            quiet
            body={(reason) => ({ reason })}
          />
        )}
      </div>
    </Section>
  );
}
