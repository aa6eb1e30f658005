import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/runtime/longestFirst.ts';

/** They measure how the program keeps up, so nothing runs beside them. */
const alone = 'test/e2e/alone/*.test.ts';

/** A real window on a stalled machine may miss its moment; `testAll` names what needed its second try. */
const retry = 1;
const shared = {
  retry,
  isolate: false,
  // What is waited for has a time of its own; a window takes a minute to open on a machine with other work.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
} as const;

/** Tests that open the real window. Apart from the others, because they need a display, a build and the runtime. */
export default defineConfig({
  test: {
    // They mostly wait: for windows, printers, and platforms that are away.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'window',
          include: ['test/e2e/*.test.ts', 'test/e2e/{shell,packaged}/**/*.test.ts'],
          globalSetup: 'test/e2e/setUpWindow.ts',
        },
      },
      {
        test: {
          ...shared,
          name: 'page',
          include: ['test/e2e/page/**/*.test.ts'],
          globalSetup: 'test/e2e/setUpPage.ts',
        },
      },
      {
        test: {
          ...shared,
          name: 'window-alone',
          maxWorkers: 1,
          include: [alone],
          globalSetup: 'test/e2e/setUpWindow.ts',
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
