import { type MemberView, type SeatView } from '@tavolo/contracts';
import { tableMessages } from '@tavolo/words';
import { useLanguage, useMessages } from '../language/use-language.js';
import { seatLabel } from '../people.js';
import { SectorShape } from './sector-badge.js';
import styles from './seat-label.module.css';
import { WordsText } from './words-text.js';

/** A seat by its shape and label, with the organisation for which it is held. */
export function SeatLabel({ seat }: { readonly seat: SeatView }) {
  const { language } = useLanguage();
  return (
    <span className={styles.seat}>
      <SectorShape sector={seat.sector} />
      <span>
        {seatLabel(seat, language)}
        {seat.organisation && (
          <span className={styles.organisation}>
            <WordsText words={seat.organisation.name} />
          </span>
        )}
      </span>
    </span>
  );
}

interface PersonNameProps {
  readonly member: MemberView | null;
  /** The seat that stands for the person where names are not shown. */
  readonly seat?: SeatView | null | undefined;
  /** Adds what the person does, in small type. */
  readonly withTitle?: boolean;
}

/** A person's name, or the label of her seat for readers who may not see names. */
export function PersonName({ member, seat = null, withTitle = false }: PersonNameProps) {
  const { language } = useLanguage();
  const say = useMessages(tableMessages);
  if (!member) return <span className={styles.vacant}>{say('seat.vacant')}</span>;
  const name = member.name ?? (seat ? seatLabel(seat, language) : say('seat.unknown'));
  return (
    <span>
      <span className={styles.name}>{name}</span>
      {withTitle && member.title && (
        <span className={styles.organisation}>
          <WordsText words={member.title} />
        </span>
      )}
    </span>
  );
}
