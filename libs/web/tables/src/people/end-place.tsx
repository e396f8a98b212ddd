import { Button } from '@mantine/core';
import { type TableView } from '@tavolo/contracts';
import { ConfirmDialog, Notice, problemIn, ReasonField, tableMessages, useMessages } from '@tavolo/web-ui';
import { useEffect, useRef, useState } from 'react';
import { placesMessages } from '../messages/places-messages.js';
import styles from './people.module.css';
import { isOwn, lastOf, mayEnd, type Place } from './place.js';
import { useTableAct } from './use-table-act.js';

interface EndPlaceProps {
  readonly view: TableView;
  readonly place: Place;
  /** Her name, as it tells her from others here. */
  readonly name: string;
  /** The place has ended: a sentence that says so. */
  readonly onDone: (said: string) => void;
}

/** Leaves one's own seat or role, or ends that of another; for those who may, after saying what follows. */
export function EndPlace(props: EndPlaceProps) {
  const { view, place, name } = props;
  const say = useMessages(placesMessages);
  const nameOf = usePlaceName();
  const [opened, setOpened] = useState(false);
  if (!mayEnd(view, place)) return null;
  const what = say(`${isOwn(view.me, place) ? 'leave' : 'end'}.${place.kind}`);
  return (
    <span className={styles.act} data-print="no">
      <Button
        variant="outline"
        size="sm"
        aria-label={say('of', { what, place: nameOf(place, name) })}
        onClick={() => setOpened(true)}
      >
        {what}
      </Button>
      {opened && <EndDialog {...props} what={what} onClose={() => setOpened(false)} />}
    </span>
  );
}

interface EndDialogProps extends EndPlaceProps {
  readonly what: string;
  readonly onClose: () => void;
}

function EndDialog({ view, place, name, what, onDone, onClose }: EndDialogProps) {
  const say = useMessages(placesMessages);
  const sayTable = useMessages(tableMessages);
  const nameOf = usePlaceName();
  const { perform, busy, error } = useTableAct(view.key);
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const field = useRef<HTMLDivElement>(null);
  const own = isOwn(view.me, place);
  const code = error === null ? null : problemIn(error).code;
  const missing = code === 'reason_required' || (tries > 0 && !own && reason.trim() === '');
  useEffect(() => {
    if (tries > 0) field.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, error]);

  const end = async (): Promise<void> => {
    setTries(tries + 1);
    const written = reason.trim();
    if (!own && written === '') return;
    const { member } = place.member;
    const said = { member, reason: written === '' ? null : written };
    const done =
      place.kind === 'role'
        ? await perform('role.ended', { role: place.role, ...said })
        : await perform('seat.vacated', { seat: place.seat.id, as: place.kind, ...said });
    if (!done) return;
    onClose();
    const values = place.kind === 'role' ? { role: sayTable(`role.${place.role}`), name } : { n: place.seat.number };
    onDone(say(`done.${own ? 'leave' : 'end'}.${place.kind}`, values));
  };
  const last = lastOf(view, place);
  return (
    <ConfirmDialog
      opened
      title={say('of', { what, place: nameOf(place, name) })}
      explain={<WhatFollows place={place} own={own} />}
      confirm={what}
      danger
      busy={busy}
      error={code === 'not_found' || missing ? null : error}
      onConfirm={() => void end()}
      onClose={onClose}
    >
      {last !== null && (
        <Notice tone="care">
          <p>{say(`last.${last}`)}</p>
        </Notice>
      )}
      <div ref={field}>
        <ReasonField
          label={say('reason')}
          description={say('reasonHint')}
          value={reason}
          onChange={setReason}
          min={own ? 0 : 1}
          optional={own}
          rows={3}
          error={missing ? say('reasonMissing') : undefined}
        />
      </div>
      {code === 'not_found' && (
        <Notice tone="care" title={say('gone.title')} role="alert">
          <p>{say('gone.detail')}</p>
        </Notice>
      )}
    </ConfirmDialog>
  );
}

/** What happens to votes, open ballots and rights (domain.md 2.1): ballots copy their electorate in when they are opened. */
function WhatFollows({ place, own }: { readonly place: Place; readonly own: boolean }) {
  const say = useMessages(placesMessages);
  const ofSeat = {
    holder: ['follows.votes', 'follows.open', 'follows.later'],
    deputy: ['follows.votes', ...(place.kind === 'deputy' && place.seat.holder ? ['follows.deputyOnly' as const] : [])],
    role: ['follows.done'],
  } as const;
  const sentences = [
    ...ofSeat[place.kind],
    own ? 'follows.youStay' : 'follows.stays',
    'follows.atOnce',
    ...(own ? (['follows.noWayBack'] as const) : []),
    'follows.log',
  ] as const;
  return (
    <ul className={styles.follows}>
      {sentences.map((key) => (
        <li key={key}>{say(key)}</li>
      ))}
    </ul>
  );
}

/** `seat 3, Maria Rossi`, `facilitator, Maria Rossi`. */
function usePlaceName(): (place: Place, name: string) => string {
  const say = useMessages(placesMessages);
  const sayTable = useMessages(tableMessages);
  return (place, name) =>
    place.kind === 'role'
      ? say('place.role', { role: sayTable(`role.${place.role}`), name })
      : say(`place.${place.kind}`, { n: place.seat.number, name });
}
