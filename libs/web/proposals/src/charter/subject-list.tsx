import { type AutoRegulationProcedure } from '@tavolo/governance';
import { SectorBadge, useFormats, useMessages } from '@tavolo/web-ui';
import { type ReactNode } from 'react';
import { Written } from '../acts/written.js';
import { charterMessages } from '../messages/charter-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { charterStanding, sectorOf } from './charter-standing.js';
import styles from './charter.module.css';
import { useOwnSubject } from './use-subject.js';

interface CharterPartProps {
  readonly procedure: AutoRegulationProcedure;
}

/** Who has signed and who has not, and who has left. */
export function Signatories({ procedure }: CharterPartProps) {
  const say = useMessages(charterMessages);
  return (
    <Section title={say('state')} id="signatures">
      <SubjectList procedure={procedure} />
      <FormerSignatories procedure={procedure} />
    </Section>
  );
}

/** Everybody who was invited by name: who signed when and by whom, who declined and why, who has not said anything. */
function SubjectList({ procedure }: CharterPartProps) {
  const { undecided } = charterStanding(procedure);
  const say = useMessages(charterMessages);
  const write = useFormats(procedure.rulebook.zone);
  return (
    <ul className={`${styles.subjects ?? ''} ${styles.wide ?? ''}`} aria-label={say('state')}>
      {procedure.signatures.map((signature) => (
        <Signatory key={signature.subject} procedure={procedure} signature={signature} />
      ))}
      {procedure.declined.map(({ subject, reason, at }) => (
        <SubjectRow
          key={subject}
          procedure={procedure}
          subject={subject}
          state="declined"
          says={say('subject.declined', { date: write.date(at) })}
        >
          <Quote>{reason}</Quote>
        </SubjectRow>
      ))}
      {undecided.map((subject) => (
        <SubjectRow
          key={subject}
          procedure={procedure}
          subject={subject}
          state="undecided"
          says={say('subject.undecided')}
        />
      ))}
    </ul>
  );
}

interface SignatoryProps extends CharterPartProps {
  readonly signature: AutoRegulationProcedure['signatures'][number];
}

function Signatory({ procedure, signature }: SignatoryProps) {
  const { directory } = useStanding();
  const say = useMessages(charterMessages);
  const write = useFormats(procedure.rulebook.zone);
  const { subject, by, version, reservations, at } = signature;
  const leaves = procedure.withdrawals.find((one) => one.subject === subject);
  const clauses = procedure.versions.find((one) => one.version === version)?.clauses ?? [];
  return (
    <SubjectRow
      procedure={procedure}
      subject={subject}
      state="signed"
      says={say('subject.signed', { date: write.date(at) })}
    >
      <p className={styles.by}>{say('subject.signedBy', { name: directory.member(by), version })}</p>
      {reservations.map(({ clause, text }) => (
        <div key={clause} className={styles.note}>
          <p className={styles.by}>
            {say('subject.reservations')}
            {clauses.includes(clause) && ` · ${say('clause', { number: clauses.indexOf(clause) + 1 })}`}
          </p>
          <Quote>{text}</Quote>
        </div>
      ))}
      {leaves && (
        <div className={styles.note}>
          <p className={styles.leaves}>
            {say('subject.leaves', { date: write.date(leaves.effectiveAt), announced: write.date(leaves.at) })}
          </p>
          <Quote>{leaves.reason}</Quote>
        </div>
      )}
    </SubjectRow>
  );
}

/** Who was a signatory and is none any more, and why. */
function FormerSignatories({ procedure }: CharterPartProps) {
  const say = useMessages(charterMessages);
  const write = useFormats(procedure.rulebook.zone);
  if (procedure.former.length === 0) return null;
  return (
    <>
      <h3>{say('former')}</h3>
      <ul className={`${styles.subjects ?? ''} ${styles.wide ?? ''}`} aria-label={say('former')}>
        {procedure.former.map(({ subject, how, reason, at }) => (
          <SubjectRow
            key={`${subject} ${at}`}
            procedure={procedure}
            subject={subject}
            state="gone"
            says={say(`former.${how}`, { date: write.date(at) })}
          >
            <Quote>{reason}</Quote>
          </SubjectRow>
        ))}
      </ul>
    </>
  );
}

interface SubjectRowProps extends CharterPartProps {
  readonly subject: string;
  readonly state: 'signed' | 'declined' | 'undecided' | 'gone' | 'waiting';
  /** How it stands, beside its name. */
  readonly says: string;
  readonly children?: ReactNode;
}

/** One subject: name and sector, how it stands, and beneath what belongs to it. */
export function SubjectRow({ procedure, subject, state, says, children }: SubjectRowProps) {
  const { directory } = useStanding();
  const say = useMessages(charterMessages);
  const mine = useOwnSubject(procedure)?.id === subject;
  const sector = sectorOf(procedure, subject);
  return (
    <li className={styles.subject} data-state={state}>
      <p className={styles.name}>
        <strong>{directory.subject(subject)}</strong>
        {mine && ` (${say('subject.you')})`} {sector && <SectorBadge sector={sector} />}
      </p>
      <p className={styles.says}>{says}</p>
      {children}
    </li>
  );
}

function Quote({ children }: { readonly children: string }) {
  return (
    <blockquote className={styles.quote}>
      <Written>{children}</Written>
    </blockquote>
  );
}
