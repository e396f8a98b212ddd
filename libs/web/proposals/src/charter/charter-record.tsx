import { type AutoRegulationProcedure } from '@tavolo/governance';
import { Breaches } from './breaches.js';
import { Commitments } from './commitments.js';
import { Reviews } from './reviews.js';

/** What follows from a charter once it has been in force: commitments, breaches, reviews. */
export function CharterRecord({ procedure }: { readonly procedure: AutoRegulationProcedure }) {
  if (procedure.inForceSince === null) return null;
  return (
    <>
      <Commitments procedure={procedure} />
      <Breaches procedure={procedure} />
      <Reviews procedure={procedure} />
    </>
  );
}
