// Few rules, all errors: what the compiler cannot see and what has bitten projects like this one.
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['*.config.ts', '**/dist/**', 'data/**', 'node_modules/**', '**/*.mjs'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        // Each part as its types are checked; the tests of `shared` belong to the server's part.
        project: ['shared', 'server', 'client', 'e2e'].map((part) => `${part}/tsconfig.json`),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin, 'react-hooks': hooks },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
      ],
    },
  },
  {
    files: ['server/main.ts', 'server/launch/**', 'e2e/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['*.config.ts', 'e2e/**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
