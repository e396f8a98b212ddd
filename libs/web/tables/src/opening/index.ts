export { OpenTablePage } from './open-table-page.js';
export { PresetsPage } from './presets-page.js';
