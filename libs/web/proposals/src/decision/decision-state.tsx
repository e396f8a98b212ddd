import { type AutoAdministrationProcedure } from '@tavolo/governance';
import { Deadline, euros, ExplanationTree, Notice, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { decisionMessages } from '../messages/decision-messages.js';
import { Section } from '../page/section.js';
import { DeclaredTerms } from './declared-terms.js';
import styles from '../planning/planning.module.css';

interface DecisionPartProps {
  readonly procedure: AutoAdministrationProcedure;
}

/** How the decision stands after the vote: the standstill and its end, in effect, annulled, withdrawn, or with the institution. */
export function DecisionState({ procedure }: DecisionPartProps) {
  const { stage, adoption, rulebook, effectiveSince, reported, closing } = procedure;
  const say = useMessages(decisionMessages);
  const write = useFormats(rulebook.zone);
  return (
    <>
      {stage === 'standstill' && adoption && (
        <Notice tone="info" title={say('standstill', { date: write.date(adoption.at) })}>
          <p>
            {say('standstill.until')} <Deadline at={adoption.until} zone={rulebook.zone} />
          </p>
          <p>{say('standstill.then')}</p>
        </Notice>
      )}
      {effectiveSince !== null && (
        <Notice tone="good" title={say('effective', { date: write.date(effectiveSince) })}>
          {adoption && <p>{say('effective.amount', { amount: write.money(euros(adoption.amount)) })}</p>}
          {reported && <p>{say('reported', { n: reported.report })}</p>}
        </Notice>
      )}
      {stage === 'annulled' && <Notice tone="bad" title={say('annulled')} />}
      {stage === 'withdrawn' && closing && (
        <Notice tone="info" title={say('withdrawn', { date: write.date(closing.at) })}>
          {closing.reason !== null && <Written>{closing.reason}</Written>}
        </Notice>
      )}
      <Returned procedure={procedure} />
    </>
  );
}

function Returned({ procedure: { returned, rulebook } }: DecisionPartProps) {
  const say = useMessages(decisionMessages);
  const write = useFormats(rulebook.zone);
  if (!returned) return null;
  const { answer, reason, explanation } = returned;
  return (
    <Section title={say('returned')}>
      <p>{say(`returned.${reason}`)}</p>
      <ExplanationTree explanation={explanation} />
      {answer ? (
        <>
          <p>{say(`returned.${answer.outcome}`, { date: write.date(answer.at) })}</p>
          <blockquote className={styles.quote}>
            <Written>{answer.reason}</Written>
          </blockquote>
        </>
      ) : (
        <p>{say('returned.waiting')}</p>
      )}
    </Section>
  );
}

/** What the latest version spends and on what, and what the check against the mandate said, with its explanation. */
export function ScopeCheck({ procedure }: DecisionPartProps) {
  const say = useMessages(decisionMessages);
  const sayTable = useMessages(tableMessages);
  const submission = procedure.submissions.at(-1);
  const { block } = procedure;
  if (!submission) return null;
  const { version, terms } = submission;
  const check = block?.explanation ?? submission.check;
  return (
    <Section title={say('check')} aside={say('terms.version', { n: version })} id="check">
      {block ? (
        <Notice tone="bad" title={say('check.blocked', { reason: sayTable(`blockReason.${block.reason}`) })} />
      ) : (
        <p>{say('check.passed', { n: version })}</p>
      )}
      <DeclaredTerms procedure={procedure} terms={terms} />
      <ExplanationTree explanation={check} opened={block !== null} />
    </Section>
  );
}
