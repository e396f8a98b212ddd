import { type ProposalSummary } from '@tavolo/contracts';
import { useMessages } from '@tavolo/web-ui';
import { roomMessages } from '../messages/room-messages.js';
import styles from './rooms.module.css';

/** Says that a proposal was handed in jointly, by how many. */
export function JointMark({
  joint: { organisations, people },
}: {
  readonly joint: NonNullable<ProposalSummary['joint']>;
}) {
  const say = useMessages(roomMessages);
  return (
    <p className={styles.name}>
      {organisations > 0
        ? say('joint.organisations', { count: organisations })
        : say('joint.people', { count: people })}
    </p>
  );
}
