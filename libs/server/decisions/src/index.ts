export { decisionActClasses, mandateActClasses, textActClasses } from './acts/act-classes.js';
export { ProposalActs } from './acts/proposal-acts.js';
export { DecisionsModule } from './decisions.module.js';
export { DueWork } from './due/due-work.service.js';
export { MandateActs } from './auto-administration/mandate-acts.js';
export { ProposeMandate } from './auto-administration/propose-mandate.act.js';
