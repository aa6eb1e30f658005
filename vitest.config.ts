import { defineConfig } from 'vitest/config';

/** Each folder under test/ is a project, so that CI can count and time them apart. */
export default defineConfig({
  test: {
    // One core is usually kept free for a watcher; a whole run has none, and its tests mostly wait for children.
    maxWorkers: '100%',
    projects: ['unit', 'conformance', 'faults', 'security'].map((name) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
        testTimeout: name === 'faults' ? 120_000 : 20_000,
        // These run the built command line.
        ...(name === 'faults' ? { globalSetup: 'test/faults/buildCommandLine.ts' } : {}),
      },
    })),
  },
});
