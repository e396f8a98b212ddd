import { Button } from '@mantine/core';
import { rulebookChangesRoutes, type RulebookChangeView, type TableView } from '@tavolo/contracts';
import { draftRulebookChange, withSeatRights } from '@tavolo/governance';
import { instant } from '@tavolo/kernel';
import { usePerform, useRead } from '@tavolo/web-data';
import {
  ErrorState,
  Loading,
  Notice,
  Page,
  ProblemMessage,
  Section,
  useMessages,
  useNow,
  usePageTitle,
  useWords,
} from '@tavolo/web-ui';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { changeMessages } from '../../messages/change-messages.js';
import styles from '../../opening/opening.module.css';
import { ReadTable } from '../../table/read-table.js';
import { RulebookFields } from '../changing/rulebook-fields.js';
import { useRulebookDraft } from '../changing/use-rulebook-draft.js';
import { RulebookSentences } from '../rulebook-sentences.js';
import { actorOf, rulesOf } from './rules-of-view.js';
import { RulebookDifference } from './rulebook-difference.js';
import { Tried } from './tried.js';

/** Drafts a change of a table's rules, or goes on with one: every setting, and what would be said and come out. */
export function DraftRulebookPage() {
  const say = useMessages(changeMessages);
  const { change } = useParams();
  return (
    <ReadTable loading={say('loading')}>
      {(view) => (change === undefined ? <Drafting view={view} /> : <Again view={view} change={change} />)}
    </ReadTable>
  );
}

function Again({ view, change }: { readonly view: TableView; readonly change: string }) {
  const { data, error, refetch } = useRead(rulebookChangesRoutes.change, { params: { table: view.key, change } });
  if (data) return <Drafting view={view} begun={data} />;
  return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />;
}

interface DraftingProps {
  readonly view: TableView;
  /** The draft with which the reader goes on. */
  readonly begun?: RulebookChangeView;
}

/** The form itself, for whoever may draft. */
export function Drafting({ view, begun }: DraftingProps) {
  const say = useMessages(changeMessages);
  const words = useWords();
  const now = useNow();
  const name = words(view.name);
  const title = begun ? say('form.titleAgain', { change: begun.change.key }) : say('form.title');
  usePageTitle(`${title}, ${name}`);
  const actor = actorOf(view);
  const asked = { key: 'RC-0', rulebook: view.rulebook };
  const may = actor !== null && draftRulebookChange(asked, actor, rulesOf(view), instant(now)).ok;
  return (
    <Page
      title={title}
      above={name}
      below={<p>{say('form.lead')}</p>}
      trail={[
        { to: `/tables/${view.key}`, label: name },
        { to: `/tables/${view.key}/rulebook`, label: view.rulebook.key },
      ]}
    >
      {may ? <Form view={view} {...(begun && { begun })} /> : <p>{say('form.notAllowed')}</p>}
    </Page>
  );
}

function Form({ view, begun }: DraftingProps) {
  const say = useMessages(changeMessages);
  const navigate = useNavigate();
  const fields = useRef<HTMLDivElement>(null);
  const [tries, setTries] = useState(0);
  const present = withSeatRights(view.rulebook, view.seatsView);
  const [base] = useState(() => withSeatRights(begun?.change.rulebook ?? view.rulebook, view.seatsView));
  const draft = useRulebookDraft(base);
  const onDone = ({ change }: RulebookChangeView): void => {
    void navigate(`/tables/${view.key}/rulebook/changes/${change.key}`);
  };
  const first = usePerform(rulebookChangesRoutes.draft, { onDone });
  const again = usePerform(rulebookChangesRoutes.act, { onDone });
  useEffect(() => {
    if (tries > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const keep = (): void => {
    setTries(tries + 1);
    if (draft.wrong || !draft.changed) return;
    const body = { rulebook: draft.rulebook };
    if (!begun) void first.perform({ params: { table: view.key }, body });
    else {
      const params = { table: view.key, change: begun.change.key, act: 'rulebook.redrafted' };
      void again.perform({ params, body });
    }
  };
  const error: unknown = first.error ?? again.error;
  return (
    <>
      <div className={styles.opening}>
        <div className={styles.settings} ref={fields}>
          <h2>{say('form.settings')}</h2>
          <Notice tone="info">
            <p>{say('form.mode')}</p>
          </Notice>
          <RulebookFields draft={draft} />
          {tries > 0 && draft.wrong && <Notice tone="care" title={say('form.wrong')} role="alert" />}
          {tries > 0 && !draft.changed && <Notice tone="care" title={say('form.same')} role="alert" />}
          {error !== null && <ProblemMessage error={error} />}
          <Button className={styles.open ?? ''} loading={first.busy || again.busy} onClick={keep}>
            {say('form.keep')}
          </Button>
        </div>
        <section className={styles.rules} aria-label={say('form.sentences')}>
          <h2>{say('form.sentences')}</h2>
          <RulebookSentences rulebook={draft.rulebook} />
        </section>
      </div>
      <Section title={say('form.difference')}>
        <RulebookDifference
          left={{ label: view.rulebook.key, rulebook: present }}
          right={{ label: say('stage.draft'), rulebook: draft.rulebook }}
          only
        />
      </Section>
      {!draft.wrong && <Tried view={view} rulebook={draft.rulebook} />}
    </>
  );
}
