import { defineConfig } from 'vitest/config';

/** The command line on Windows, under Wine. Apart from the others: it needs Wine, and `npm run test:windows` asks for it. */
export default defineConfig({
  test: {
    name: 'windows',
    include: ['test/windows/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 300_000,
    maxWorkers: 3,
    setupFiles: 'test/doubles/program/lightKeys.cjs',
    globalSetup: 'test/windows/openWindows.ts',
  },
});
