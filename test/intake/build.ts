import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCorpus } from './buildCorpus.ts';

/** Writes the corpus into `test/fixtures/intake/`: `node test/intake/build.ts`. */
for (const { path, bytes } of buildCorpus()) {
  const target = fileURLToPath(new URL(`../fixtures/intake/${path}`, import.meta.url));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
