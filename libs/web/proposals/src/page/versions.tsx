import { type VersionView } from '@tavolo/contracts';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { pageMessages } from '../messages/page-messages.js';
import { planningMessages } from '../messages/planning-messages.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';
import { Section } from './section.js';

/** Frozen versions, newest first, each with the tally of the ballots held on it. */
export function Versions() {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  return (
    <Section title={say('versions')}>
      {view.versions.length === 0 && <p>{say('versions.none')}</p>}
      <ul className={styles.versions}>
        {view.versions.toReversed().map((version) => (
          <Version key={version.n} version={version} />
        ))}
      </ul>
    </Section>
  );
}

function Version({ version }: { readonly version: VersionView }) {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  const sayPlanning = useMessages(planningMessages);
  const write = useFormats(view.procedure.rulebook.zone);
  const ballots = 'ballots' in view.procedure ? view.procedure.ballots : [];
  return (
    <li>
      <p className={styles.version}>
        <Link to={`/proposals/${view.key}/versions/${version.n}`}>{say('versions.open', { n: version.n })}</Link>
        <span>{write.date(version.frozenAt)}</span>
      </p>
      {ballots
        .filter((ballot) => ballot.version === version.n && (ballot.result !== null || ballot.state === 'void'))
        .map(({ key, result }) => (
          <Link key={key} className={styles.tally} to={`/proposals/${view.key}/decisions/${key}`}>
            {result
              ? `${key}: ${say('versions.tally', { yes: result.total.yes, no: result.total.no, count: result.total.abstain })} · ${sayPlanning(`result.${result.verdict}`)}`
              : `${key}: ${sayPlanning('ballot.void')}`}
          </Link>
        ))}
    </li>
  );
}
