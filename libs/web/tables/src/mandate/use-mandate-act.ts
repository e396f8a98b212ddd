import { mandatesRoutes, type MandateActBody, type MandateView } from '@tavolo/contracts';
import { type MandateActName } from '@tavolo/governance';
import { usePerform } from '@tavolo/web-data';

/** Acts on a mandate; when one was done, `onDone` reads again what is shown. */
export function useMandateAct({ key: mandate }: Pick<MandateView, 'key'>, onDone: () => void) {
  const { perform, busy, error, reset } = usePerform(mandatesRoutes.act, { onDone });
  return {
    /** `false` when it was refused, and then `error` says why. */
    perform: <Name extends MandateActName>(act: Name, body: MandateActBody<Name>): Promise<boolean> =>
      perform({ params: { mandate, act }, body }),
    busy,
    error,
    reset,
  };
}
