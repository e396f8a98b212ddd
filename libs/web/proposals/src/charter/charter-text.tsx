import { type AutoRegulationProcedure } from '@tavolo/governance';
import { Loading, useFormats, useMessages } from '@tavolo/web-ui';
import { lazy, Suspense } from 'react';
import { ActButton } from '../acts/act-button.js';
import { charterMessages } from '../messages/charter-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { VersionText } from '../reading/version-text.js';
import { useLiveText } from '../writing/live-text.js';
import { isBinding } from './charter-standing.js';
import styles from './charter.module.css';

/** The editor is heavy and only signatories meet it: it is loaded when they prepare a new version. */
const LiveWriting = lazy(async () => ({ default: (await import('../writing/live-writing.js')).LiveWriting }));

/** The version that is signed or in force; whoever may prepares the next one beneath it, without touching it. */
export function CharterText({ procedure }: { readonly procedure: AutoRegulationProcedure }) {
  const { view } = useStanding();
  const say = useMessages(charterMessages);
  const sayText = useMessages(writingMessages);
  const write = useFormats(procedure.rulebook.zone);
  const version = view.versions.find(({ n }) => n === procedure.version);
  const writes = isBinding(procedure) && view.document.right === 'write' && !view.document.frozen;
  const signing = procedure.stage === 'frozen' || procedure.stage === 'signing';
  return (
    <Section
      title={isBinding(procedure) ? say('text') : signing ? say('text.signed') : sayText('text')}
      aside={version && say('text.version', { n: version.n, date: write.date(version.frozenAt) })}
      id="text"
    >
      {version && <VersionText version={version} original={view.document.language} />}
      {writes && (
        <Disclosure label={say('text.next')}>
          <p className={styles.hint}>{say('text.next.lead')}</p>
          <Suspense fallback={<Loading label={sayText('loading')} />}>
            <LiveWriting documentId={view.document.id} language={view.document.language} />
          </Suspense>
          <Propose />
        </Disclosure>
      )}
    </Section>
  );
}

/** Proposes the words on this screen, once they are stored and differ from the latest version. */
function Propose() {
  const { view, may } = useStanding();
  const say = useMessages(charterMessages);
  const { textHash, saved, empty } = useLiveText();
  if (!may('proposal.frozen') || textHash === null) return null;
  if (textHash === view.versions.at(-1)?.textHash) return <p className={styles.hint}>{say('amendment.same')}</p>;
  if (empty || !saved) return <p className={styles.hint}>{say(empty ? 'drafting.empty' : 'drafting.unsaved')}</p>;
  return (
    <div className={styles.actions}>
      <ActButton
        act="proposal.frozen"
        label={say('amendment.propose')}
        explain={say('amendment.propose.explain')}
        body={() => ({})}
      />
    </div>
  );
}
