import { compositionOf, modeChangesRoutes, type ModeChangeActBody, type ModeChangeView } from '@tavolo/contracts';
import { possibleModeChangeActs, type Actor, type ModeChangeActName } from '@tavolo/governance';
import { instant, memberId, seatId } from '@tavolo/kernel';
import { usePerform } from '@tavolo/web-data';
import { useNow } from '@tavolo/web-ui';

/** Acts on a change of mode; when one was done, what the page shows is read again. */
export function useModeChangeAct({ key: modeChange }: Pick<ModeChangeView, 'key'>, onDone: () => void) {
  const { perform, busy, error, reset } = usePerform(modeChangesRoutes.act, { onDone });
  return {
    /** `false` when it was refused, and then `error` says why. */
    perform: <Name extends ModeChangeActName>(act: Name, body: ModeChangeActBody<Name>): Promise<boolean> =>
      perform({ params: { modeChange, act }, body }),
    busy,
    error,
    reset,
  };
}

/** What the reader may do with the change now, by the same rules as on the server; nothing for whoever is no member. */
export function usePossibleActs(view: ModeChangeView): ReadonlySet<ModeChangeActName> {
  const current = useNow();
  const { member, seat, roles } = view.me;
  if (member === null) return new Set();
  const actor: Actor = { member: memberId(member), seat: seat === null ? null : seatId(seat), roles };
  const now = instant(Math.max(current, Date.parse(view.now)));
  const possible = possibleModeChangeActs(view.change, actor, compositionOf(view), now, view.blockers);
  return new Set(possible.filter(({ allowed }) => allowed).map(({ act }) => act));
}
