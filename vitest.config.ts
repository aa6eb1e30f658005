import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/runtime/longestFirst.ts';

/** Seconds each: keys by scrypt, whole workspaces restored, thousands of random cases. `npm test` leaves them to `npm run test:all`. */
const long = [
  'test/unit/**/*.property.test.ts',
  'test/unit/electron/commands/main/signIn.test.ts',
  'test/unit/electron/imports/containers/decryptWorkbook.test.ts',
  'test/unit/electron/imports/intakeOrder.test.ts',
  'test/unit/electron/usecases/booking/afterRestore/restoredNumbers.test.ts',
  'test/unit/electron/usecases/operators/{desk,operators,rescue}.test.ts',
  'test/unit/electron/usecases/packing/randomGestures.test.ts',
  'test/unit/electron/usecases/workspace/{open,restore}.test.ts',
];
/** SheetJS keeps a state of its own in its module: what it writes depends on what it wrote before. */
const alone = ['test/unit/electron/imports/intakeCorpus.test.ts'];

/** What a passphrase and a PIN cost is shown here, with the keys of the product. */
const vault = ['test/unit/electron/vault/*.test.ts'];

const seeded = 'test/doubles/seedProperties.ts';

/** Files of one worker share their modules: reading 900 of them anew for each file took half of the time. Keys are made lightly. */
const shared = {
  // These only end what hangs: a machine with other work makes a minute of seconds. A poll usually gives up after one.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 20_000 } },
  isolate: false,
  setupFiles: ['test/doubles/program/lightKeys.cjs', seeded],
};

/** Each folder under test/ is a project, so that CI can count and time them apart. */
export default defineConfig({
  test: {
    // One core is usually kept free for a watcher; a whole run has none, and its tests wait for printers and platforms.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: [...long, ...alone, ...vault],
        },
      },
      { test: { ...shared, name: 'unit-alone', include: alone, isolate: true } },
      { test: { ...shared, name: 'unit-vault', include: vault, setupFiles: [seeded] } },
      { test: { ...shared, name: 'unit-long', include: long, testTimeout: 300_000 } },
      {
        test: {
          ...shared,
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          globalSetup: 'test/conformance/startServer.ts',
        },
      },
      { test: { ...shared, name: 'security', include: ['test/security/**/*.test.ts'] } },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 300_000,
          // A server with dozens of books is made and thrown away in them.
          hookTimeout: 300_000,
          expect: shared.expect,
          setupFiles: shared.setupFiles,
          // These run the built command line.
          globalSetup: 'test/faults/buildCommandLine.ts',
        },
      },
    ],
  },
});
