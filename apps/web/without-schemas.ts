import { type Plugin } from 'vite';

const inert = '\0tavolo:without-schemas';

/** Answers to every call and every name; only parsing is refused, so that nobody relies on schemas that are not there. */
const code = `
const refuse = () => { throw new Error('The schemas of the contracts are not part of the client'); };
const parsing = new Set(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);
const nothing = new Proxy(function () {}, {
  get: (_, name) => (parsing.has(name) ? refuse : nothing),
  apply: () => nothing,
});
export const z = nothing;
`;

/**
 * Builds the client without the schemas of HTTP messages. Pages need method and path of a route; the server checks what it receives and
 * sends. Zod and the schemas would be 30 kB (compressed) of every first page. Messages of the shared documents keep theirs, for those are
 * checked at both ends.
 */
export function withoutSchemas(): Plugin {
  return {
    name: 'tavolo-without-schemas',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const http =
        importer !== undefined && /libs[\\/]contracts[\\/]src[\\/](platform[\\/])?[\w-]+\.ts$/.test(importer);
      return source === 'zod' && http ? inert : null;
    },
    load: (id) => (id === inert ? code : null),
  };
}
