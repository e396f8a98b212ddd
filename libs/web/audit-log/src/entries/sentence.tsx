import { type LogEntryView } from '@tavolo/contracts';
import { actMessages, useFormats, useLanguage, useMessages, useNaming, useWords } from '@tavolo/web-ui';
import { logMessages } from '../messages/log-messages.js';
import { actingIn } from './acting.js';
import { Actor } from './actor.js';
import { choiceIn } from './entry-facts.js';
import { useLogPlace } from './log-place.js';

/** An entry as one sentence: when, who, in which role, did what. */
export function Sentence({ entry }: { readonly entry: LogEntryView }) {
  const say = useMessages(logMessages);
  const sayAct = useMessages(actMessages);
  const { language } = useLanguage();
  const naming = useNaming();
  const { zone } = useLogPlace();
  const write = useFormats(zone);
  const { subject } = actingIn(entry);
  const done = sayAct(entry.act);
  const choice = choiceIn(entry.data, naming);
  return (
    <>
      <time dateTime={entry.at} title={write.dateTime(entry.at)}>
        {say('sentence.at', { time: write.time(entry.at) })}
      </time>{' '}
      {subject !== null && (
        <>
          <Subject entry={entry} subject={subject} />{' '}
        </>
      )}
      {done.charAt(0).toLocaleLowerCase(language)}
      {done.slice(1)}
      {choice !== null && `: ${choice}`}.
    </>
  );
}

function Subject({
  entry: { actor, disclosed },
  subject,
}: {
  readonly entry: LogEntryView;
  readonly subject: NonNullable<ReturnType<typeof actingIn>['subject']>;
}) {
  const say = useMessages(logMessages);
  const words = useWords();
  const { directory } = useNaming();
  const write = useFormats();
  if (subject === 'actor') {
    return (
      actor && (
        <>
          <Actor actor={actor} />
          {actor.name === null && words(actor.label).includes(',') && ','}
        </>
      )
    );
  }
  if (subject === 'visitor') return <>{say('visitor')}</>;
  if (subject === 'installation') return <>{say('installation')}</>;
  const { name } = disclosed;
  const names = subject.members.map((member) => directory?.member(member) ?? say('aPerson'));
  return <bdi>{typeof name === 'string' && name !== '' ? name : write.list(names)}</bdi>;
}
