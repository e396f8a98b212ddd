/**
 * Lets Node import the workspace's TypeScript sources as they are, for development and for the tests' database:
 * `node --conditions=@tavolo/source --import ./tools/typescript.mjs FILE.ts`, or import this before the sources.
 */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
