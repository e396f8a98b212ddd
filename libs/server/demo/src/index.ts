export { DemoImport } from './demo-import.js';
export { DemoModule } from './demo.module.js';
