/** Lets Node run the sources of the workspace as they are, so that a server process needs no build before a test. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const jsc = { target: 'es2023', parser: { syntax: 'typescript', decorators: true } };

export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
    const source = new URL(`${specifier.slice(0, -3)}.ts`, context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const source = await readFile(fileURLToPath(url), 'utf8');
  const { code } = await transform(source, { swcrc: false, jsc, module: { type: 'es6' }, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
