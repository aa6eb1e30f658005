import { defineConfig } from 'vitest/config';

/** The installed program in a Debian of its own. Apart from the others: it needs root and the network, and `npm run test:installed` asks for both. */
export default defineConfig({
  test: {
    name: 'installed',
    include: ['test/installed/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 1,
    bail: 1,
  },
});
