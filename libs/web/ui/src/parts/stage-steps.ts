import {
  type AutoAdministrationStage,
  type AutoRegulationStage,
  type ConsultationStage,
  type Mode,
  type PlanningStage,
} from '@tavolo/governance';

export type Stage = PlanningStage | ConsultationStage | AutoRegulationStage | AutoAdministrationStage;

/** One step of the track; `off` marks a stage outside the ordinary way, such as mediation. */
export interface StageStep {
  readonly stage: Stage;
  readonly state: 'done' | 'current' | 'coming';
  readonly off: boolean;
}

const ways: Readonly<Record<Mode, readonly Stage[]>> = {
  planning: ['draft', 'submitted', 'negotiating', 'settled', 'voting', 'adopted', 'formalised', 'closed'],
  consultation: ['draft', 'open', 'responding', 'decided', 'followed_up'],
  auto_regulation: ['draft', 'invited', 'drafting', 'frozen', 'signing', 'in_force'],
  auto_administration: ['draft', 'scope_check', 'deliberating', 'voting', 'standstill', 'effective', 'reported'],
};

type Detours = Readonly<Partial<Record<Stage, { readonly after: Stage; readonly ends: boolean }>>>;

/** Where stages outside the ordinary way leave it: the last ordinary stage that was reached, and whether the way goes on from there. */
const detours: Detours = {
  inadmissible: { after: 'submitted', ends: true },
  ratifying: { after: 'settled', ends: false },
  on_hold: { after: 'settled', ends: false },
  mediation: { after: 'negotiating', ends: false },
  referred_back: { after: 'voting', ends: true },
  not_agreed: { after: 'voting', ends: true },
  awaiting_organ: { after: 'adopted', ends: false },
  refused: { after: 'adopted', ends: true },
  under_review: { after: 'formalised', ends: false },
  overdue: { after: 'responding', ends: false },
  lapsed: { after: 'responding', ends: true },
  withdrawn: { after: 'open', ends: true },
};
/** A charter lapses after it was in force, a consultation after its replies did not come. */
const detoursOfCharters: Detours = {
  amended: { after: 'in_force', ends: false },
  at_risk: { after: 'in_force', ends: false },
  lapsed: { after: 'in_force', ends: true },
  not_in_force: { after: 'signing', ends: true },
};

/** A decision under a mandate is stopped by its check, by the institution, or goes back to it. */
const detoursOfDecisions: Detours = {
  blocked: { after: 'scope_check', ends: false },
  called_in: { after: 'standstill', ends: false },
  annulled: { after: 'standstill', ends: true },
  returned: { after: 'voting', ends: true },
  closed: { after: 'voting', ends: true },
  withdrawn: { after: 'draft', ends: true },
};

/** The ordinary way of a mode with the present stage put where it belongs; ways that have ended show nothing to come. */
export function stepsOf(mode: Mode, stage: Stage): readonly StageStep[] {
  const way = ways[mode];
  const here = shownStage(mode, stage);
  const detour = way.includes(here) ? undefined : detoursOf(mode)[here];
  const reached = way.indexOf(detour ? detour.after : here);
  const before = way.slice(0, detour ? reached + 1 : reached);
  const after = detour?.ends ? [] : way.slice(reached + 1);
  return [
    ...before.map((step) => ({ stage: step, state: 'done', off: false }) as const),
    { stage: here, state: 'current', off: detour !== undefined },
    ...after.map((step) => ({ stage: step, state: 'coming', off: false }) as const),
  ];
}

function detoursOf(mode: Mode): Detours {
  if (mode === 'auto_regulation') return detoursOfCharters;
  return mode === 'auto_administration' ? detoursOfDecisions : detours;
}

/** The stage by which readers know where they are: when a consultation's window shuts, replies follow at once. */
export const shownStage = (mode: Mode, stage: Stage): Stage =>
  mode === 'consultation' && stage === 'closed' ? 'responding' : stage;
