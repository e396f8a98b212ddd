import { type Mode } from './rulebook.js';

/** Stages at which a procedure has run its course, by mode; the names of stages are not unique among modes. */
const concluded: Readonly<Partial<Record<Mode, readonly string[]>>> = {
  planning: ['inadmissible', 'refused', 'formalised', 'closed', 'not_agreed'],
  consultation: ['decided', 'followed_up', 'lapsed', 'withdrawn'],
  // A charter in force can still be joined; one that is not in force may be drafted again.
  auto_regulation: ['lapsed'],
  // Of an effective decision the mandate's report still gives account; deciding is over.
  auto_administration: ['effective', 'reported', 'annulled', 'withdrawn', 'closed'],
};

/** Whether nothing more is to be done; what a consultation calls `closed` is not its end, for then the replies follow. */
export const isConcluded = ({ mode, stage }: { readonly mode: Mode; readonly stage: string }): boolean =>
  concluded[mode]?.includes(stage) === true;
