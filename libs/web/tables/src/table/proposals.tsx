import { type TableView } from '@tavolo/contracts';
import { ActionLink, EmptyState, Section, useMessages } from '@tavolo/web-ui';
import { tablePageMessages } from '../messages/table-page-messages.js';
import { BeginDecision } from './begin-decision.js';
import { ProposalRow } from './proposal-row.js';
import { byProgress, mayBegin } from './standing.js';
import styles from './table.module.css';

const noneHints = {
  planning: 'proposals.noneHint',
  consultation: 'proposals.noneHintConsultation',
  auto_regulation: 'proposals.noneHintCharter',
  auto_administration: 'proposals.noneHint',
} as const satisfies Record<TableView['mode'], string>;

/** The proposals of a table: under way, then decided or ended; and the way to begin one. */
export function Proposals({ view }: { readonly view: TableView }) {
  const say = useMessages(tablePageMessages);
  const begins = mayBegin(view);
  const { open, ended } = byProgress(view.proposals);
  const begin = (begins ?? view.mode === 'auto_administration') && (
    <span data-print="no">
      {view.mode === 'auto_administration' || begins === null ? (
        <BeginDecision view={view} />
      ) : (
        <ActionLink to={`/tables/${view.key}/new`}>{say(`begin.${begins}`)}</ActionLink>
      )}
    </span>
  );
  if (view.proposals.length === 0) {
    return (
      <Section title={say('proposals')}>
        <EmptyState title={say('proposals.none')} action={begin}>
          {say(noneHints[view.mode])}
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title={say('proposals')} aside={begin}>
      <h3>{say('proposals.open', { n: open.length })}</h3>
      {open.length === 0 && (
        <p>{say(begins && begins !== 'decision' ? 'proposals.openNoneBegin' : 'proposals.openNone')}</p>
      )}
      {open.length > 0 && (
        <ul className={styles.rows}>
          {open.map((proposal) => (
            <ProposalRow key={proposal.key} proposal={proposal} zone={view.rulebook.zone} />
          ))}
        </ul>
      )}
      {ended.length > 0 && (
        <>
          <h3>{say('proposals.ended', { n: ended.length })}</h3>
          <ul className={styles.rows}>
            {ended.map((proposal) => (
              <ProposalRow key={proposal.key} proposal={proposal} zone={view.rulebook.zone} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
