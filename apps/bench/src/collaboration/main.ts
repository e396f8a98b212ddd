import { measureLossAfterKill, measureUnloading } from './durability.js';
import { measurePropagation } from './propagation.js';

const typing = { typists: 5, keysPerSecond: 5, seconds: 8, rounds: 3 };
await measurePropagation({ ...typing, clients: 100 });
await measurePropagation({ ...typing, clients: 300 });
await measureLossAfterKill(5);
await measureUnloading();
process.exit();
