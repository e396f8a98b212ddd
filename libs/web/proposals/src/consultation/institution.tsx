import { useFormats } from '@tavolo/web-ui';
import { useStanding } from '../page/proposal-context.js';

/** Who decides at this table, by name: the organisations of the seats of the deciding institution, or the seats where they have none; `null` where no seat decides. */
export function useInstitution(): string | null {
  const { view, directory } = useStanding();
  const write = useFormats();
  const names = view.seats
    .filter(({ decidingAuthority }) => decidingAuthority)
    .map(({ id, organisation }) => (organisation ? directory.organisation(organisation.id) : directory.seat(id)));
  return names.length === 0 ? null : write.list([...new Set(names)]);
}
