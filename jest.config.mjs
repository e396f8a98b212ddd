/** One Jest run for every library; `tools/unit.mjs FOLDER` narrows it to one. */
const transform = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  },
];

const shared = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': transform(false), '^.+\\.tsx$': transform(true) },
  testEnvironmentOptions: { customExportConditions: ['@tavolo/source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
};

const seed = '<rootDir>/tools/test-seed.mjs';
const server = ['libs/server', 'apps/api'];
const pure = ['libs/domain', 'libs/contracts', 'libs/collaboration', 'apps/cli', 'tools'];

export default {
  projects: [
    {
      ...shared,
      displayName: 'domain',
      setupFiles: [seed],
      testEnvironment: 'node',
      roots: pure.map((folder) => `<rootDir>/${folder}`),
      testRegex: '\\.spec\\.(ts|mjs)$',
    },
    {
      ...shared,
      displayName: 'server',
      testEnvironment: 'node',
      roots: server.map((folder) => `<rootDir>/${folder}`),
      testRegex: '\\.spec\\.ts$',
      setupFiles: ['reflect-metadata', seed],
      globalSetup: '<rootDir>/tools/test-database.mjs',
      globalTeardown: '<rootDir>/tools/test-database-stop.mjs',
    },
    {
      ...shared,
      displayName: 'web',
      setupFiles: ['<rootDir>/tools/test-browser.mjs', seed],
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['@tavolo/source', 'browser'] },
      roots: ['<rootDir>/libs/web', '<rootDir>/apps/web'],
      testRegex: '\\.spec\\.tsx?$',
      moduleNameMapper: { ...shared.moduleNameMapper, '\\.(css|woff2)$': '<rootDir>/tools/empty-module.mjs' },
    },
  ],
};
