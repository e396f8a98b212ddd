import { type Agreement, type PlanningProcedure } from '@tavolo/governance';
import { DataTable, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { agreementMessages } from '../messages/agreement-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';

interface AgreementViewProps {
  readonly agreement: Agreement;
  readonly procedure: PlanningProcedure;
}

/** The agreement into which the proposal passed: kind, who answers for each clause, commitments, measures, review. */
export function AgreementView({ agreement, procedure }: AgreementViewProps) {
  const { directory } = useStanding();
  const say = useMessages(agreementMessages);
  const sayText = useMessages(writingMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats(procedure.rulebook.zone);
  const adopted = procedure.adoption?.version;
  const clauses = procedure.versions.find(({ version }) => version === adopted)?.clauses ?? [];
  // An id says nothing to people.
  const name = (id: string): string => {
    const found = directory.organisation(id);
    return found === id ? say('organisation.elsewhere') : found;
  };
  const names = (ids: readonly string[]): string => write.list(ids.map(name));
  return (
    <Section title={say('agreement')} aside={sayTable(`agreement.${agreement.kind}`)}>
      <p>{say('agreement.review', { date: write.date(agreement.reviewOn) })}</p>
      <DataTable
        caption={say('formalise.responsibilities')}
        rows={agreement.responsibilities}
        rowKey={({ clause }) => clause}
        columns={[
          {
            key: 'clause',
            heading: sayText('clause', { number: '' }).trim(),
            names: true,
            cell: ({ clause }) => clauses.indexOf(clause) + 1,
          },
          { key: 'does', heading: say('formalise.does'), cell: ({ does }) => names(does) },
          {
            key: 'answers',
            heading: say('formalise.answers'),
            cell: ({ answers }) => (answers ? name(answers) : ''),
          },
          { key: 'consulted', heading: say('formalise.consulted'), cell: ({ consulted }) => names(consulted) },
          { key: 'informed', heading: say('formalise.informed'), cell: ({ informed }) => names(informed) },
        ]}
      />
      <DataTable
        caption={say('formalise.commitments')}
        rows={agreement.commitments.map((commitment, index) => ({ ...commitment, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            key: 'holder',
            heading: say('formalise.commitment.holder'),
            names: true,
            cell: ({ holder }) => name(holder),
          },
          { key: 'what', heading: say('formalise.commitment.what'), cell: ({ what }) => <Written>{what}</Written> },
          { key: 'dueOn', heading: say('formalise.commitment.dueOn'), cell: ({ dueOn }) => write.date(dueOn) },
          { key: 'proof', heading: say('formalise.commitment.proof'), cell: ({ proof }) => <Written>{proof}</Written> },
        ]}
      />
      <DataTable
        caption={say('formalise.measures')}
        rows={agreement.measures.map((measure, index) => ({ ...measure, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            key: 'what',
            heading: say('formalise.measure.what'),
            names: true,
            cell: ({ what }) => <Written>{what}</Written>,
          },
          {
            key: 'baseline',
            heading: say('formalise.measure.baseline'),
            cell: ({ baseline }) => <Written>{baseline}</Written>,
          },
          {
            key: 'target',
            heading: say('formalise.measure.target'),
            cell: ({ target }) => <Written>{target}</Written>,
          },
        ]}
      />
    </Section>
  );
}
