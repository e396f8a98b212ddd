import { type LogEntryView } from '@tavolo/contracts';
import { useMessages, useNaming, WordsText, type Directory } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { logMessages } from '../messages/log-messages.js';
import { useLogPlace } from './log-place.js';
import { subjectOf } from './subject.js';

/** What an entry is about, leading there where there is a page. */
export function SubjectLink({ entry }: { readonly entry: LogEntryView }) {
  const say = useMessages(logMessages);
  const place = useLogPlace();
  const { directory } = useNaming();
  const subject = subjectOf(entry);
  if (!subject) return null;
  switch (subject.kind) {
    case 'proposal':
      return (
        <Link to={`/proposals/${encodeURIComponent(subject.proposal)}`}>
          {subject.proposal} <WordsText words={place.titleOf(subject.proposal)} />
        </Link>
      );
    case 'ballot': {
      const proposal = subject.proposal ?? place.proposalOfBallot(subject.ballot);
      const text = say('subject.ballot', { ballot: subject.ballot, proposal: proposal ?? '' }).trim();
      if (proposal === null) return <span>{text}</span>;
      return (
        <Link to={`/proposals/${encodeURIComponent(proposal)}/decisions/${encodeURIComponent(subject.ballot)}`}>
          {text}
        </Link>
      );
    }
    case 'member':
      return null;
    case 'erased':
      return directory ? <span>{seatOfErased(subject, directory)}</span> : null;
    case 'seat':
      return directory ? <span>{directory.seat(subject.id)}</span> : null;
    case 'other':
      return <span>{subject.text}</span>;
  }
}

/** The label of the seat, never the name: that is what erasing it means. */
function seatOfErased(
  { seat, id }: { readonly seat: string | null; readonly id: string },
  directory: Directory,
): string {
  const held = seat ?? directory.seatOf(id)?.id ?? '';
  return directory.seat(held);
}
