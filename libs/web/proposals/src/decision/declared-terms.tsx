import { mandatesRoutes } from '@tavolo/contracts';
import { type AutoAdministrationProcedure, type DecisionTerms, type Named } from '@tavolo/governance';
import { useRead } from '@tavolo/web-data';
import { euros, tableMessages, useFormats, useMessages, useWords } from '@tavolo/web-ui';
import { decisionMessages } from '../messages/decision-messages.js';
import { useStanding } from '../page/proposal-context.js';
import styles from '../rooms/rooms.module.css';

interface DeclaredTermsProps {
  readonly procedure: AutoAdministrationProcedure;
  readonly terms: DecisionTerms;
}

/** What was declared when the decision was handed in: how much, on what, what it touches that the mandate leaves out, and whom it benefits. */
export function DeclaredTerms({ procedure, terms }: DeclaredTermsProps) {
  const { directory } = useStanding();
  const say = useMessages(decisionMessages);
  const sayTable = useMessages(tableMessages);
  const words = useWords();
  const write = useFormats(procedure.rulebook.zone);
  const { data } = useRead(mandatesRoutes.mandate, { params: { mandate: procedure.mandate.key } });
  const of = data?.mandate.terms;
  const named = (id: string, among: readonly Named[] = []): string => {
    const found = among.find((one) => one.id === id);
    return found ? words(found.words) : id;
  };
  const area = procedure.mandate.scope.includes(terms.area) ? named(terms.area, of?.scope) : say('terms.area.other');
  const listed = (all: readonly string[], name: (id: string) => string): string =>
    all.length === 0 ? say('terms.none') : write.list(all.map(name));
  return (
    <dl className={styles.limits}>
      <dt>{say('declared.amount')}</dt>
      <dd>
        {write.money(euros(terms.amount))}, {sayTable(`expense.${terms.expenseType}`)}
      </dd>
      <dt>{say('terms.area')}</dt>
      <dd>{area}</dd>
      <dt>{say('declared.exclusions')}</dt>
      <dd>{listed(terms.exclusions, (id) => named(id, of?.exclusions))}</dd>
      <dt>{say('declared.beneficiaries')}</dt>
      <dd>{listed(terms.beneficiaries, directory.organisation)}</dd>
    </dl>
  );
}
