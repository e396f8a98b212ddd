import { type Procedure } from '@tavolo/governance';

/**
 * Whether people without a part in the table may read a proposal: at public tables, from its submission on, and consultations from their
 * opening on. Drafts are the table's own.
 */
export function isOpenToReaders(visibility: 'public' | 'members', { stage }: Pick<Procedure, 'stage'>): boolean {
  return visibility === 'public' && stage !== 'draft';
}
