import { defineConfig } from 'vitest/config';

/** Tests that open the real window. Apart from the others, because they need a display, a build and the runtime. */
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One window at a time: the runtime holds one assembled app.
    fileParallelism: false,
  },
});
