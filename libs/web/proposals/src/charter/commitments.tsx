import { type AutoRegulationProcedure } from '@tavolo/governance';
import { DataTable, useFormats, useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { charterMessages } from '../messages/charter-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './charter.module.css';
import { CommitmentForm } from './commitment-form.js';

/** Who has to do what under the charter, and by when; only signatories are bound, and what was due survives their leaving. */
export function Commitments({ procedure }: { readonly procedure: AutoRegulationProcedure }) {
  const { may, directory } = useStanding();
  const say = useMessages(charterMessages);
  const write = useFormats(procedure.rulebook.zone);
  const { commitments, signatures, versions, version } = procedure;
  const clauses = versions.find((one) => one.version === version)?.clauses ?? [];
  const numberOf = (clause: string): number | string => (clauses.includes(clause) ? clauses.indexOf(clause) + 1 : '');
  return (
    <Section title={say('commitments')} id="commitments">
      {commitments.length === 0 && <p className={styles.hint}>{say('commitments.none')}</p>}
      {commitments.length > 0 && (
        <DataTable
          caption={say('commitments')}
          quiet
          rows={commitments.map((commitment, index) => ({ ...commitment, index }))}
          rowKey={({ index }) => String(index)}
          columns={[
            {
              key: 'holder',
              heading: say('commitments.holder'),
              names: true,
              cell: ({ holder }) => (
                <>
                  {directory.subject(holder)}
                  {!signatures.some(({ subject }) => subject === holder) && (
                    <span className={styles.by}> ({say('commitments.formerHolder')})</span>
                  )}
                </>
              ),
            },
            { key: 'what', heading: say('commitments.what'), cell: ({ what }) => <Written>{what}</Written> },
            {
              key: 'clause',
              heading: say('commitments.clause'),
              numeric: true,
              cell: ({ clause }) => numberOf(clause),
            },
            { key: 'dueOn', heading: say('commitments.dueOn'), cell: ({ dueOn }) => write.date(dueOn) },
          ]}
        />
      )}
      {may('charter.commitment_assigned') && <CommitmentForm procedure={procedure} />}
    </Section>
  );
}
