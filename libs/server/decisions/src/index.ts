export { decisionActClasses, mandateActClasses, modeChangeActClasses, textActClasses } from './acts/act-classes.js';
export { ProposalActs } from './acts/proposal-acts.js';
export { DecisionsModule } from './decisions.module.js';
export { DueWork } from './due/due-work.service.js';
export { MandateActs } from './auto-administration/mandate-acts.js';
export { ProposeMandate } from './auto-administration/propose-mandate.act.js';
export { ModeChangeActs } from './mode-changes/mode-change-acts.js';
export { ProposeModeChange } from './mode-changes/propose-mode-change.act.js';
