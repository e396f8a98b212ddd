import { type ProposalSummary } from '@tavolo/contracts';
import { Deadline, Moment, SectorBadge, stageName, useLanguage, useMessages, WordsText } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { tablePageMessages } from '../messages/table-page-messages.js';
import { JointMark } from '../rooms/joint-mark.js';
import { DeviationMark } from './deviation-mark.js';
import styles from './table.module.css';

interface ProposalRowProps {
  readonly proposal: ProposalSummary;
  readonly zone: string;
}

/** One proposal: title, where it stands, until when, and whether the decision departs from the prevailing opinion. */
export function ProposalRow({ proposal, zone }: ProposalRowProps) {
  const { key, kind, mode, title, origin, stage, deadline, version, changedAt, deviation, joint } = proposal;
  const { language } = useLanguage();
  const say = useMessages(tablePageMessages);
  // When a consultation's window shuts, the replies follow at once.
  const shown = kind === 'consultation' && stage === 'closed' ? 'responding' : stage;
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <Link to={`/proposals/${key}`} className={styles.title}>
          <span className={styles.key}>{key}</span> <WordsText words={title} marked />
        </Link>
        <p className={styles.facts}>
          <SectorBadge sector={origin} />
          <span>{say(`proposals.kind.${mode === 'auto_regulation' ? 'charter' : kind}`)}</span>
          <span>{version === 0 ? say('proposals.noVersion') : say('proposals.version', { n: version })}</span>
          <span>
            {say('proposals.changed')} <Moment at={changedAt} zone={zone} />
          </span>
        </p>
        {joint && <JointMark joint={joint} />}
        {deviation && <DeviationMark />}
      </div>
      <div className={styles.state}>
        <p className={styles.stage}>{stageName(shown, language)}</p>
        {deadline && (
          <p className={styles.until}>
            {say('proposals.until')} <Deadline at={deadline} zone={zone} />
          </p>
        )}
      </div>
    </li>
  );
}
