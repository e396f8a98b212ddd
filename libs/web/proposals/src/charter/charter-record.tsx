import { type AutoRegulationProcedure } from '@tavolo/governance';
import { Breaches } from './breaches.js';
import { Commitments } from './commitments.js';
import { Reviews } from './reviews.js';
import { Signatories } from './subject-list.js';

/** What needs the width of the page: who has signed, and once it has been in force what follows from it. */
export function CharterRecord({ procedure }: { readonly procedure: AutoRegulationProcedure }) {
  const { signing, inForceSince } = procedure;
  if (signing === null) return null;
  if (inForceSince === null) return <Signatories procedure={procedure} />;
  return (
    <>
      <Signatories procedure={procedure} />
      <Commitments procedure={procedure} />
      <Breaches procedure={procedure} />
      <Reviews procedure={procedure} />
    </>
  );
}
