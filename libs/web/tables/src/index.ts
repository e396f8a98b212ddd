export { RulebookChangePage } from './rulebook/change/change-page.js';
export { DraftRulebookPage } from './rulebook/change/draft-page.js';
export { PeoplePage } from './people/people-page.js';
export { RulebookPage } from './rulebook/rulebook-page.js';
export { TablePage } from './table/table-page.js';
export { ModeChangePage } from './mode-change/mode-change-page.js';
export { VersionsPage } from './rulebook/versions/versions-page.js';
