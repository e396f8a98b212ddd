import { type AutoRegulationProcedure, type Breach } from '@tavolo/governance';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { ActButton } from '../acts/act-button.js';
import { Written } from '../acts/written.js';
import { charterMessages } from '../messages/charter-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { BreachForm } from './breach-form.js';
import styles from './charter.module.css';
import { useOwnSubject } from './use-subject.js';

interface CharterPartProps {
  readonly procedure: AutoRegulationProcedure;
}

/** Breaches that were reported, what was found, and who supports an exclusion; nothing where none was and the reader cannot report one. */
export function Breaches({ procedure }: CharterPartProps) {
  const { may } = useStanding();
  const say = useMessages(charterMessages);
  const raises = may('breach.raised');
  if (procedure.breaches.length === 0 && !raises) return null;
  return (
    <Section title={say('breaches')} id="breaches">
      {procedure.breaches.length > 0 && (
        <ol className={styles.breaches}>
          {procedure.breaches.map((breach) => (
            <BreachOf key={breach.n} breach={breach} procedure={procedure} />
          ))}
        </ol>
      )}
      {raises && <BreachForm procedure={procedure} />}
    </Section>
  );
}

function BreachOf({ breach, procedure }: CharterPartProps & { readonly breach: Breach }) {
  const { may, directory } = useStanding();
  const say = useMessages(charterMessages);
  const write = useFormats(procedure.rulebook.zone);
  const mine = useOwnSubject(procedure);
  const { n, subject, raisedBy, reason, at, finding, exclusion } = breach;
  const name = directory.subject(subject);
  const others = procedure.signatures.filter((one) => one.subject !== subject);
  const signs = others.length < procedure.signatures.length;
  const excluded = procedure.former.some((one) => one.subject === subject && one.how === 'excluded');
  const supports = mine?.signs === true && mine.id !== subject && !exclusion.includes(mine.id);
  return (
    <li className={styles.breach}>
      <h3>{say('breaches.of', { n, subject: name })}</h3>
      <p className={styles.by}>
        {say('breaches.raised', { subject: directory.subject(raisedBy), date: write.date(at) })}
      </p>
      <blockquote className={styles.quote}>
        <Written>{reason}</Written>
      </blockquote>
      {finding === null && <p className={styles.hint}>{say('breaches.talk')}</p>}
      {finding && (
        <>
          <p className={styles.by}>{say('breaches.finding', { date: write.date(finding.at) })}</p>
          <blockquote className={styles.quote}>
            <Written>{finding.text}</Written>
          </blockquote>
        </>
      )}
      {signs && exclusion.length > 0 && (
        <p>
          {say('breaches.exclusion', {
            count: others.filter((one) => exclusion.includes(one.subject)).length,
            of: others.length,
          })}
        </p>
      )}
      {!signs && excluded && <p>{say('breaches.excluded', { subject: name })}</p>}
      <div className={styles.actions}>
        {finding === null && may('breach.found') && (
          <ActButton
            act="breach.found"
            label={say('breaches.publish')}
            explain={say('breaches.publish.explain')}
            reason="required"
            reasonLabel={say('breaches.publish.text')}
            quiet
            body={(text) => ({ breach: n, finding: text })}
          />
        )}
        {finding && signs && supports && may('exclusion.supported') && (
          <ActButton
            act="exclusion.supported"
            label={say('breaches.support')}
            explain={say('breaches.support.explain', { subject: name })}
            danger
            quiet
            body={() => ({ breach: n })}
          />
        )}
      </div>
    </li>
  );
}
