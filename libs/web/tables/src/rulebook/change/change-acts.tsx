import { Button } from '@mantine/core';
import {
  rulebookChangesRoutes,
  type RulebookChangeBody,
  type RulebookChangeView,
  type TableView,
} from '@tavolo/contracts';
import {
  choices,
  leastReason,
  possibleRulebookChangeActs,
  resultOfVote,
  type RulebookChangeActName,
} from '@tavolo/governance';
import { instant, visibleLength } from '@tavolo/kernel';
import { usePerform } from '@tavolo/web-data';
import { ActionLink, ConfirmDialog, ProblemMessage, ReasonField, Section, useMessages, useNow } from '@tavolo/web-ui';
import { useState } from 'react';
import { changeMessages } from '../../messages/change-messages.js';
import styles from './change.module.css';
import { actorOf, rulesOf } from './rules-of-view.js';

interface ChangeActsProps {
  readonly view: TableView;
  readonly shown: RulebookChangeView;
  readonly onDone: () => void;
}

/** What the reader may do with a change now, by the same rules as on the server; nothing for everybody else. */
export function ChangeActs({ view, shown, onDone }: ChangeActsProps) {
  const say = useMessages(changeMessages);
  const current = useNow();
  const { change } = shown;
  const params = { table: view.key, change: change.key };
  const { perform, busy, error, reset } = usePerform(rulebookChangesRoutes.act, { onDone });
  const actor = actorOf(view);
  if (!actor) return null;
  const now = instant(Math.max(current, Date.parse(shown.now)));
  const possible = possibleRulebookChangeActs(change, actor, rulesOf(view), now);
  const allowed = new Set(possible.flatMap(({ act, allowed: may }) => (may ? [act] : [])));
  if (allowed.size === 0) return null;
  const won = change.proposal !== null && resultOfVote(change, change.proposal).verdict === 'adopted';
  const act = <Name extends RulebookChangeActName>(name: Name, body: RulebookChangeBody<Name>): Promise<boolean> =>
    perform({ params: { ...params, act: name }, body });
  const button = { busy, error, reset };
  return (
    <Section title={say('do.title')}>
      {allowed.has('rulebook.vote_cast') && (
        <div className={styles.acts} data-print="no">
          <p>{say('do.vote')}</p>
          <div className={styles.actions}>
            {choices.map((choice) => (
              <Button
                key={choice}
                variant="outline"
                aria-pressed={actor.seat !== null && change.proposal?.votes[actor.seat]?.choice === choice}
                disabled={busy}
                onClick={() => void act('rulebook.vote_cast', { choice })}
              >
                {say(`do.vote.${choice}`)}
              </Button>
            ))}
          </div>
          {error !== null && <ProblemMessage error={error} />}
        </div>
      )}
      <div className={styles.actions} data-print="no">
        {allowed.has('rulebook.redrafted') && (
          <ActionLink weight="plain" to={`/tables/${view.key}/rulebook/changes/${change.key}/edit`}>
            {say('do.edit')}
          </ActionLink>
        )}
        {allowed.has('rulebook.proposed') && (
          <ActButton
            {...button}
            name="propose"
            least={leastReason}
            onConfirm={(reason) => act('rulebook.proposed', { reason })}
          />
        )}
        {allowed.has('rulebook.confirmed') && (
          <ActButton {...button} name="confirm" least={0} onConfirm={() => act('rulebook.confirmed', {})} />
        )}
        {allowed.has('rulebook.refused') && (
          <ActButton
            {...button}
            name={won ? 'refuse' : 'close'}
            least={won ? 1 : 0}
            outlined
            onConfirm={(reason) => act('rulebook.refused', { reason: won ? reason : null })}
          />
        )}
        {allowed.has('rulebook.withdrawn') && (
          <ActButton {...button} name="withdraw" least={0} outlined onConfirm={() => act('rulebook.withdrawn', {})} />
        )}
      </div>
    </Section>
  );
}

interface ActButtonProps {
  readonly name: 'propose' | 'confirm' | 'refuse' | 'close' | 'withdraw';
  /** Least characters of the reason that goes with it; 0 where none does. */
  readonly least: number;
  readonly outlined?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly reset: () => void;
  readonly onConfirm: (reason: string) => Promise<boolean>;
}

/** An act that is asked about first, with its reason where one is needed. */
function ActButton({ name, least, outlined = false, busy, error, reset, onConfirm }: ActButtonProps) {
  const say = useMessages(changeMessages);
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const short = visibleLength(reason) < least;
  const close = (): void => {
    reset();
    setOpened(false);
  };
  const confirm = async (): Promise<void> => {
    if (!short && (await onConfirm(reason.trim()))) close();
  };
  return (
    <>
      <Button variant={outlined ? 'outline' : 'filled'} onClick={() => setOpened(true)}>
        {say(`do.${name}`)}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={say(`do.${name}`)}
        explain={<p>{say(`do.${name}.explain`)}</p>}
        confirm={say(`do.${name}`)}
        danger={outlined}
        busy={busy}
        disabled={short}
        error={error}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        {least > 0 && (name === 'propose' || name === 'refuse') && (
          <ReasonField label={say(`do.${name}.reason`)} value={reason} onChange={setReason} min={least} rows={5} />
        )}
      </ConfirmDialog>
    </>
  );
}
