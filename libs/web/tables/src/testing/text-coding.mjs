import { TextDecoder, TextEncoder } from 'node:util';

// The router asks for them as soon as it is loaded, and jsdom has neither. Import this first.
Object.assign(globalThis, { TextDecoder, TextEncoder });
