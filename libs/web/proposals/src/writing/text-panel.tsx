import { Loading, useFormats, useMessages } from '@tavolo/web-ui';
import { lazy, Suspense } from 'react';
import { pageMessages } from '../messages/page-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { VersionText } from '../reading/version-text.js';

/** The editor is heavy and only members of the table meet it: it is loaded where a text is open. */
const LiveWriting = lazy(async () => ({ default: (await import('./live-writing.js')).LiveWriting }));

/** The text: live while it is being written, otherwise the newest frozen version. */
export function TextPanel() {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  const sayText = useMessages(writingMessages);
  const write = useFormats(view.procedure.rulebook.zone);
  const newest = view.versions.at(-1);
  // Between submission and negotiation nobody writes and no version need exist yet: the words are read where they are.
  const live = view.document.right !== 'none' && (!view.document.frozen || !newest);
  if (live) {
    return (
      <Section title={sayText('text')} aside={say('liveText')} id="text">
        <Suspense fallback={<Loading label={sayText('loading')} />}>
          <LiveWriting documentId={view.document.id} language={view.document.language} />
        </Suspense>
      </Section>
    );
  }
  return (
    <Section
      title={sayText('text')}
      aside={newest && say('frozenVersion', { n: newest.n, date: write.date(newest.frozenAt) })}
      id="text"
    >
      {newest ? <VersionText version={newest} original={view.document.language} /> : <p>{sayText('empty')}</p>}
    </Section>
  );
}
