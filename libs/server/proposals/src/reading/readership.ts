import { type Procedure } from '@tavolo/governance';
import { type Standing } from '@tavolo/server-tables';

export const isDraft = ({ stage }: Pick<Procedure, 'stage'>): boolean => stage === 'draft';

/**
 * Whether a reader of the table may read one of its proposals. Drafts are for those inside: members, administrators. From its submission
 * on (a consultation: from its opening on) everybody reads it who reads the table.
 */
export function mayRead({ actor, me }: Pick<Standing, 'actor' | 'me'>, procedure: Pick<Procedure, 'stage'>): boolean {
  return !isDraft(procedure) || actor !== null || me.administrator;
}
