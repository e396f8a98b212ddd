import { type Procedure } from '@tavolo/governance';
import { type Standing } from '@tavolo/server-tables';

/** A text that was never before everybody; a decision that its holders amend was. */
export const isDraft = (procedure: Procedure): boolean =>
  procedure.stage === 'draft' && !(procedure.mode === 'auto_administration' && procedure.submissions.length > 0);

/**
 * Whether a reader of the table may read one of its proposals. Drafts are for those inside: members, administrators. From its submission
 * on (a consultation: from its opening on) everybody reads it who reads the table.
 */
export function mayRead({ actor, me }: Pick<Standing, 'actor' | 'me'>, procedure: Procedure): boolean {
  return !isDraft(procedure) || actor !== null || me.administrator;
}
