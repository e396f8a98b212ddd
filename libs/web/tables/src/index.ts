export { HomePage } from './home-page.js';
export { RulebookPage } from './rulebook-page.js';
export { TablePage } from './table-page.js';
