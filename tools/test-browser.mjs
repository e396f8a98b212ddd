import { TextDecoder, TextEncoder } from 'node:util';

// The router asks for them as soon as it is loaded, and jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });
