import { fileURLToPath } from 'node:url';

/** For programs that are started hundreds of times in a run: Node keeps what it compiled, a third of a start. */
export const compileCache = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../.cache/compiled', import.meta.url)),
} as const;
