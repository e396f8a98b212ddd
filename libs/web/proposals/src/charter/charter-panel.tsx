import { type AutoRegulationProcedure } from '@tavolo/governance';
import { AmendmentPanel } from './amendment-panel.js';
import { CharterState } from './charter-state.js';
import { CharterSteps, RareCharterSteps } from './charter-steps.js';
import { DraftingGroup } from './drafting-group.js';
import { MySignature } from './my-signature.js';

/** A charter as people see it now: who drafts it or who has signed, and what the reader may do for those for whom she speaks. */
export function CharterPanel({ procedure }: { readonly procedure: AutoRegulationProcedure }) {
  const { stage } = procedure;
  const drafted = stage === 'draft' || stage === 'invited' || stage === 'drafting';
  return (
    <>
      {drafted && <DraftingGroup procedure={procedure} />}
      <CharterSteps procedure={procedure} />
      <MySignature procedure={procedure} />
      <AmendmentPanel procedure={procedure} />
      {!drafted && stage !== 'frozen' && <CharterState procedure={procedure} />}
      <RareCharterSteps procedure={procedure} />
    </>
  );
}
