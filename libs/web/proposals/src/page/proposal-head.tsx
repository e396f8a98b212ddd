import { SectorBadge, StageTrack, useFormats, useMessages, WordsText } from '@tavolo/web-ui';
import { mandateMessages } from '../messages/mandate-messages.js';
import { pageMessages } from '../messages/page-messages.js';
import { kindOf } from './kind.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';
import { JointLabel } from '../rooms/joint-label.js';
import { Retitle } from './retitle.js';

/** Title, who proposes, and where the procedure stands. */
export function ProposalHead() {
  const { view, directory } = useStanding();
  const say = useMessages(pageMessages);
  const sayRoom = useMessages(mandateMessages);
  const write = useFormats();
  const isRoom = view.procedure.mode === 'planning' && view.procedure.rulebook.negotiatingMandate === true;
  const names = write.list(view.sponsors.map((member) => directory.member(member)));
  return (
    <header className={styles.head}>
      <p className={styles.key}>
        {view.key} · {say(kindOf(view))} · <WordsText words={view.table.name} />
      </p>
      <h1 tabIndex={-1}>
        <WordsText words={view.title} marked />
      </h1>
      <Retitle />
      <JointLabel />
      {isRoom && <p className={styles.sponsors}>{sayRoom('room')}</p>}
      <p className={styles.sponsors}>
        {view.joint && !view.me.seesNames ? sayRoom('joint.by') : say('sponsors', { names })}{' '}
        <SectorBadge sector={view.origin} />
      </p>
      <StageTrack mode={view.mode} stage={view.stage} />
    </header>
  );
}
