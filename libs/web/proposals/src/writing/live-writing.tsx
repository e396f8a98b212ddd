import { type CollaborationProvider } from '@tavolo/collaboration/provider';
import { readText } from '@tavolo/collaboration/text';
import { type Language } from '@tavolo/kernel';
import { useSession } from '@tavolo/web-data';
import { Loading, Notice, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { type ClauseText } from '@tavolo/contracts';
import { memo, useEffect, useMemo, useState } from 'react';
import { writingExtensions } from '../editor/extensions.js';
import { writingMessages } from '../messages/writing-messages.js';
import '../editor/editor.css';
import { clausesHere, missingFrom, useKeptWords, type KeptWords } from './kept-words.js';
import { mayWriteNow } from './may-write.js';
import { PeopleHere } from './people-here.js';
import { SyncLine } from './sync-line.js';
import { hasArrived, useTextState } from './text-state.js';
import { Toolbar } from './toolbar.js';
import { UnsavedWords } from './unsaved-words.js';
import { useBroughtBack } from './use-brought-back.js';
import { useProvider, useSnapshot } from './use-provider.js';
import { useLongOffline } from './use-sync-announcements.js';
import styles from './writing.module.css';

interface LiveWritingProps {
  readonly documentId: string;
  /** Language of the text, so that it is read aloud right. */
  readonly language: Language;
}

/** The live text: everybody who may writes in it at the same time. */
export function LiveWriting({ documentId, language }: LiveWritingProps) {
  const say = useMessages(writingMessages);
  const person = useSession().data?.person?.id ?? '';
  const { provider, restart } = useProvider(documentId);
  const kept = useKeptWords(`tavolo/kept/${person}/${documentId}`);
  if (!provider) return <Loading label={say('loading')} />;
  const goOn = (): void => {
    kept.keep(clausesHere(provider.doc));
    restart();
  };
  return (
    <>
      <OpenedText key={provider.doc.guid} provider={provider} language={language} goOn={goOn} />
      <Kept key={`kept ${provider.doc.guid}`} provider={provider} kept={kept} />
    </>
  );
}

/** What the server did not take before the text was loaded again, until the person has put it back or does not want it any more. */
function Kept({ provider, kept }: { readonly provider: CollaborationProvider; readonly kept: KeptWords }) {
  const say = useMessages(writingMessages);
  const { user, refusal } = useSnapshot(provider);
  // Compared once, when the text has arrived: a box that shrinks while its words are copied back would be in the way.
  const [missing, setMissing] = useState<readonly ClauseText[] | null>(null);
  if (user !== null && missing === null && kept.clauses.length > 0) {
    const reading = readText(provider.doc);
    setMissing(missingFrom(reading.ok ? reading.text.clauses : [], kept.clauses));
  }
  if (refusal !== null || kept.clauses.length === 0 || missing === null || missing.length === 0) return null;
  return (
    <UnsavedWords clauses={missing} title={say('kept')} explanation={say('kept.explanation')}>
      <Button variant="subtle" onClick={kept.remove}>
        {say('kept.remove')}
      </Button>
    </UnsavedWords>
  );
}

interface OpenedTextProps {
  readonly provider: CollaborationProvider;
  readonly language: Language;
}

function OpenedText({ provider, language, goOn }: OpenedTextProps & { readonly goOn: () => void }) {
  const say = useMessages(writingMessages);
  const snapshot = useSnapshot(provider);
  const longOffline = useLongOffline(snapshot);
  const isBroughtBack = useBroughtBack(provider);
  useTextState(provider, snapshot);
  useLeavingQuestion(provider);
  // An editor on a document that has not arrived would show a clause that does not exist.
  const arrived = hasArrived(provider, snapshot);
  const refused = snapshot.refusal !== null && snapshot.unacknowledged > 0;
  return (
    <div className={styles.writing}>
      <SyncLine snapshot={snapshot} />
      <PeopleHere provider={provider} me={snapshot.user} />
      {refused && (
        <UnsavedWords
          clauses={clausesHere(provider.doc)}
          title={say('refused')}
          explanation={say('refused.explanation')}
        >
          <Button onClick={goOn}>{say('refused.goOn')}</Button>
        </UnsavedWords>
      )}
      {/* There from the start: a reader of the screen hears what is put into it later. */}
      <div role="status">{isBroughtBack && <Notice tone="info">{say('broughtBack')}</Notice>}</div>
      {arrived ? (
        <TextEditor provider={provider} language={language} canWrite={mayWriteNow(snapshot, longOffline)} />
      ) : (
        <div className={styles.opening}>
          <Loading label={say('loading')} />
        </div>
      )}
    </div>
  );
}

interface TextEditorProps extends OpenedTextProps {
  readonly canWrite: boolean;
}

/** Rendered again only when somebody may or may not write: a new view in the middle of a word would move the caret. */
const TextEditor = memo(function TextEditor({ provider, language, canWrite }: TextEditorProps) {
  const say = useMessages(writingMessages);
  const extensions = useMemo(
    () =>
      writingExtensions({
        doc: provider.doc,
        awareness: provider.awareness,
        // Who somebody is, others learn from the server: an editor made anew for it would lose her caret and what she may undo.
        user: provider.snapshot.user ?? { name: '', color: '#555555' },
        clauseLabel: (number) => say('clause', { number }),
        hint: say('hint'),
      }),
    [provider, say],
  );
  const editorProps = useMemo(
    () => ({
      attributes: {
        role: canWrite ? 'textbox' : 'document',
        lang: language,
        'aria-label': say('editorLabel'),
        ...(canWrite ? { 'aria-multiline': 'true' } : { tabindex: '0' }),
      },
    }),
    [canWrite, language, say],
  );
  const editor = useEditor({ extensions, editable: canWrite, injectCSS: false, editorProps }, [
    extensions,
    editorProps,
  ]);
  return (
    <>
      {canWrite && <Toolbar editor={editor} />}
      <EditorContent editor={editor} className={styles.text} />
      {canWrite && <p className={styles.keys}>{say('keys')}</p>}
    </>
  );
});

/** The browser asks before leaving only while something is not stored. */
function useLeavingQuestion(provider: CollaborationProvider): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (provider.hasUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [provider]);
}
