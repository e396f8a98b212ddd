export { SystemLogPage } from './pages/system-log-page.js';
export { TableLogPage } from './pages/table-log-page.js';
