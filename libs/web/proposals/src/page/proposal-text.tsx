import { type ProposalView } from '@tavolo/contracts';
import { Loading, useFormats, useMessages } from '@tavolo/web-ui';
import { lazy, Suspense } from 'react';
import { CharterText } from '../charter/charter-text.js';
import { pageMessages } from '../messages/page-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import { VersionText } from '../reading/version-text.js';
import { TextPanel } from '../writing/text-panel.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';
import { Section } from './section.js';

/** The editor is heavy and only members of the table meet it: it is loaded where a text is open. */
const LiveWriting = lazy(async () => ({ default: (await import('../writing/live-writing.js')).LiveWriting }));

/** While an institution answers, its changes are under way: everybody else reads what the assessments were given on. */
const answering: readonly string[] = ['closed', 'responding', 'overdue'];

const readsConsulted = ({ procedure, document }: ProposalView): boolean =>
  procedure.mode === 'consultation' && answering.includes(procedure.stage) && document.right !== 'write';

/** The text as this reader may see it: what was consulted on, the live text, the newest frozen version, or why there is nothing to read yet. */
export function ProposalText() {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  const sayText = useMessages(writingMessages);
  const write = useFormats(view.procedure.rulebook.zone);
  const newest = view.versions.at(-1);
  if (view.procedure.mode === 'auto_regulation' && view.procedure.version !== null && view.stage !== 'drafting') {
    return <CharterText procedure={view.procedure} />;
  }
  if (newest && readsConsulted(view)) {
    return (
      <Section
        title={sayText('text')}
        aside={say('frozenVersion', { n: newest.n, date: write.date(newest.frozenAt) })}
        id="text"
      >
        <p className={styles.soft}>{say('text.consulted')}</p>
        <VersionText version={newest} original={view.document.language} />
      </Section>
    );
  }
  if (!newest && view.document.right === 'none') {
    return (
      <Section title={sayText('text')} id="text">
        <p>{say('text.notYetOpen')}</p>
      </Section>
    );
  }
  // Nobody writes in it and no version was frozen: it is read where it is, and it is not said that somebody is writing it.
  if (!newest && view.document.frozen) {
    return (
      <Section
        title={sayText('text')}
        aside={say(view.stage === 'submitted' ? 'text.asSubmitted' : 'text.asItWas')}
        id="text"
      >
        <Suspense fallback={<Loading label={sayText('loading')} />}>
          <LiveWriting documentId={view.document.id} language={view.document.language} />
        </Suspense>
      </Section>
    );
  }
  return <TextPanel />;
}
