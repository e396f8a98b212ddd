export { DecisionPage } from './page/decision-page.js';
export { NewProposalPage } from './page/new-proposal-page.js';
export { ProposalPage } from './page/proposal-page.js';
export { VersionPage } from './page/version-page.js';
