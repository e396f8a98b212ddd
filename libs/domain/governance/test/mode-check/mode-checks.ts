import { type Procedure } from '../../src/index.js';
import { charterCheck } from './charter-check.js';
import { consultationCheck } from './consultation-check.js';
import { decisionCheck } from './decision-check.js';
import { type ModeCheck } from './mode-check.js';
import { planningCheck } from './planning-check.js';

/** What is checked of each mode. A mode that is registered and stands not here does not compile. */
export const modeChecks: { readonly [M in Procedure['mode']]: ModeCheck<Extract<Procedure, { mode: M }>> } = {
  planning: planningCheck,
  consultation: consultationCheck,
  auto_regulation: charterCheck,
  auto_administration: decisionCheck,
};
