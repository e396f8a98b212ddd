import { Button, NativeSelect } from '@mantine/core';
import { type SeatView, type TableView } from '@tavolo/contracts';
import { tableRoles, type TableRole } from '@tavolo/governance';
import { ConfirmDialog, Notice, problemIn, problemMessages, tableMessages, useMessages } from '@tavolo/web-ui';
import { useEffect, useRef, useState } from 'react';
import { placesMessages } from '../messages/places-messages.js';
import styles from './people.module.css';
import { PersonChoice } from './person-choice.js';
import { mayGive, type Newcomer, withoutRole, withoutSeat } from './place.js';
import { useTableAct } from './use-table-act.js';

/** Refusals that are about who was chosen. */
const aboutPerson: ReadonlySet<string> = new Set(['seat.member_has_seat', 'role.already_held']);

/** What is given: a seat, as its holder or its deputy, or a role that is chosen in the dialog. */
export type Gift =
  { readonly kind: 'holder' | 'deputy'; readonly seat: SeatView } | { readonly kind: 'role'; readonly seat?: never };

interface GivePlaceProps {
  readonly view: TableView;
  readonly gift: Gift;
  /** Names by member, told apart where they are the same. */
  readonly told: ReadonlyMap<string, string>;
  /** The place is given: a sentence that says so. */
  readonly onDone: (said: string) => void;
}

/** Seats somebody who has an account, or gives a role: for those who may. */
export function GivePlace(props: GivePlaceProps) {
  const { view, gift } = props;
  const say = useMessages(placesMessages);
  const [opened, setOpened] = useState(false);
  if (!mayGive(view, gift.kind)) return null;
  const what = say(`give.${gift.kind}`);
  const title = gift.seat ? say('give.seat', { what, n: gift.seat.number }) : what;
  return (
    <span className={styles.act} data-print="no">
      <Button variant="outline" size="sm" aria-label={title} onClick={() => setOpened(true)}>
        {what}
      </Button>
      {opened && <GiveDialog {...props} title={title} confirm={what} onClose={() => setOpened(false)} />}
    </span>
  );
}

interface GiveDialogProps extends GivePlaceProps {
  readonly title: string;
  readonly confirm: string;
  readonly onClose: () => void;
}

function GiveDialog({ view, gift, told, title, confirm, onDone, onClose }: GiveDialogProps) {
  const say = useMessages(placesMessages);
  const sayTable = useMessages(tableMessages);
  const sayProblem = useMessages(problemMessages);
  const { perform, busy, error } = useTableAct(view.key);
  const [role, setRole] = useState<TableRole | ''>('');
  const [who, setWho] = useState<Newcomer | null>(null);
  /** Who was refused: a complaint about her does not outlive another choice. */
  const [tried, setTried] = useState<Newcomer | null>(null);
  const [tries, setTries] = useState(0);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, error]);

  const code = error === null ? null : problemIn(error).code;
  const roleMissing = gift.kind === 'role' && role === '';
  const refused = code !== null && aboutPerson.has(code) && who === tried;
  const fault = (): string | undefined => {
    if (refused) {
      const known = code as 'role.already_held';
      return `${sayProblem(`${known}.title`)}. ${sayProblem(`${known}.detail`)}`;
    }
    return tries > 0 && who === null ? say('who.missing') : undefined;
  };
  const give = async (): Promise<void> => {
    setTries(tries + 1);
    setTried(who);
    if (who === null) return;
    if (gift.kind === 'role') {
      if (role === '' || !(await perform('role.given', { role, ...who }))) return;
      onClose();
      onDone(say('done.give.role', { role: sayTable(`role.${role}`) }));
      return;
    }
    const { id, number } = gift.seat;
    if (!(await perform('seat.filled', { seat: id, as: gift.kind, ...who }))) return;
    onClose();
    onDone(say(`done.give.${gift.kind}`, { n: number }));
  };
  const roleFault = tries > 0 && roleMissing ? say('role.missing') : undefined;
  return (
    <ConfirmDialog
      opened
      title={title}
      explain={
        <ul className={styles.follows}>
          <li>{say(`giving.${gift.kind}`)}</li>
          {gift.kind !== 'role' && gift.seat.right === 'vote' && <li>{say('giving.open')}</li>}
          <li>{say('giving.tell')}</li>
        </ul>
      }
      confirm={confirm}
      busy={busy}
      error={code === 'not_found' || (code !== null && aboutPerson.has(code)) ? null : error}
      onConfirm={() => void give()}
      onClose={onClose}
    >
      <div ref={fields} className={styles.fields}>
        {gift.kind === 'role' && (
          <NativeSelect
            label={say('role')}
            value={role}
            error={roleFault}
            aria-invalid={roleFault === undefined ? undefined : true}
            data={[
              { value: '', label: say('choose') },
              ...tableRoles.map((value) => ({ value, label: sayTable(`role.${value}`) })),
            ]}
            onChange={({ currentTarget }) => {
              setRole(tableRoles.find((one) => one === currentTarget.value) ?? '');
              setWho(null);
            }}
          />
        )}
        <PersonChoice
          searches={view.me.administrator}
          // Who can be chosen depends on the role.
          key={role}
          candidates={gift.kind === 'role' ? withoutRole(view, role) : withoutSeat(view)}
          told={told}
          error={fault()}
          onChange={setWho}
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
