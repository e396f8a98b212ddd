import { type MandateView } from '@tavolo/contracts';
import { type Named } from '@tavolo/governance';
import { tableMessages, useFormats, useMessages, useWords, type Directory } from '@tavolo/web-ui';
import { mandateMessages } from '../messages/mandate-messages.js';
import styles from './mandate.module.css';
import { useMoney } from './use-money.js';

interface MandateLimitsProps {
  readonly view: MandateView;
  readonly directory: Directory;
}

/** What the mandate states (domain.md 2.3): by whom and for what, how much, until when, and how it can be revoked. */
export function MandateLimits({ view: { mandate }, directory }: MandateLimitsProps) {
  const say = useMessages(mandateMessages);
  const sayTable = useMessages(tableMessages);
  const words = useWords();
  const { terms, grant } = mandate;
  const write = useFormats(terms.zone);
  const money = useMoney();
  const named = (some: readonly Named[]): string => write.list(some.map((one) => words(one.words)));
  const { noticeDays: count, grounds } = terms.revocation;
  const facts = [
    ['grantedBy', grant ? directory.organisation(grant.organisation) : say('notGranted')],
    ...(grant ? ([['act', say('act.of', { reference: grant.reference, date: write.date(grant.date) })]] as const) : []),
    ['holders', write.list(terms.holders.map((sector) => sayTable(`sector.${sector}`)))],
    ['scope', named(terms.scope)],
    ['expenseTypes', write.list(terms.expenseTypes.map((type) => sayTable(`expense.${type}`)))],
    ['exclusions', terms.exclusions.length > 0 ? named(terms.exclusions) : say('exclusions.none')],
    ['budget', money(terms.budget)],
    ['perDecision', say('perDecision.atMost', { amount: money(terms.perDecision) })],
    ['period', say('period.dates', { from: write.date(terms.startsOn), until: write.date(terms.expiresOn) })],
    ['revocation', say('revocation.rule', { count, grounds: named(grounds) })],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([key, fact]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
