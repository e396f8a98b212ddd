export { SystemLogPage, TableLogPage } from './log-pages.js';
