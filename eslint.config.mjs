import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Arrows point inwards (docs/architecture.md). Each scope lists what it may import. */
const only = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });
const depConstraints = [
  only('ring:domain', 'ring:domain'),
  only('ring:contracts', 'ring:domain'),
  only('ring:collaboration', 'ring:contracts', 'ring:domain'),
  only('ring:server', 'ring:server', 'ring:collaboration', 'ring:contracts', 'ring:domain'),
  only('ring:web', 'ring:web', 'ring:collaboration', 'ring:contracts', 'ring:domain'),
  only('ring:app', 'ring:server', 'ring:web', 'ring:collaboration', 'ring:contracts', 'ring:domain'),
  only('scope:kernel'),
  only('scope:governance', 'scope:kernel'),
  only('scope:audit-log', 'scope:kernel'),
  only('scope:words', 'scope:kernel', 'scope:governance'),
  ...contexts(['platform', 'identity', 'tables', 'proposals', 'decisions', 'demo']),
  only('scope:web-ui', 'ring:domain', 'ring:contracts'),
  only('scope:web-data', 'ring:domain', 'ring:contracts'),
  ...['web-identity', 'web-tables', 'web-proposals', 'web-audit-log'].map((feature) =>
    only(`scope:${feature}`, 'ring:domain', 'ring:contracts', 'ring:collaboration', 'scope:web-ui', 'scope:web-data'),
  ),
];

/** A server context may import the contexts named before it, and never one named after it. */
function contexts(inOrder) {
  const inner = ['ring:domain', 'ring:contracts', 'ring:collaboration'];
  return inOrder.map((name, index) =>
    only(`scope:${name}`, ...inner, ...inOrder.slice(0, index).map((earlier) => `scope:${earlier}`)),
  );
}

const frameworks = ['@nestjs/*', 'typeorm', 'pg', 'socket.io', 'socket.io-client', 'react', 'react-dom', 'yjs'];
const clocks = [
  { object: 'Date', property: 'now', message: 'The domain takes the time as an argument.' },
  { object: 'Math', property: 'random', message: 'The domain takes random values as arguments.' },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '**/.data/**', '**/test-results/**', 'coverage/**'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        AbortSignal: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, 'import-x': importX },
    settings: {
      'import-x/resolver': {
        typescript: {
          noWarnOnMultipleProjects: true,
          project: ['tsconfig.json', 'libs/web/tsconfig.json', 'apps/web/tsconfig.json'],
        },
      },
    },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          depConstraints,
          enforceBuildableLibDependency: false,
          allowCircularSelfDependency: false,
          banTransitiveDependencies: false,
        },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'max-lines': ['error', { max: 350 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: frameworks, message: 'The domain is pure: no framework.' },
            { group: ['node:*'], message: 'The domain runs in the browser too.' },
          ],
        },
      ],
      'no-restricted-properties': ['error', ...clocks],
    },
  },
  { files: ['libs/domain/**/*.spec.ts'], rules: { 'no-restricted-imports': 'off', 'no-restricted-properties': 'off' } },
  {
    files: ['libs/server/**/*.ts'],
    ignores: [
      '**/*.record.ts',
      '**/*.repository.ts',
      '**/*.reader.ts',
      '**/*.migration.ts',
      '**/*.spec.ts',
      'libs/server/platform/**',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'typeorm',
              message: 'Only records, repositories, readers and migrations know TypeORM.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/web/**/*.{ts,tsx}', 'apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.flatConfigs.strict.rules },
  },
  { files: ['apps/cli/**/*.ts', 'apps/bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'apps/e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  prettier,
);
