import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutants.ts';

/** Makes the changes of a mutant below `folder`; gives back how to undo them. */
export function mutate(folder: string, { file, changes, name }: Mutant): () => void {
  const path = join(folder, file);
  const sound = readFileSync(path, 'utf8');
  let broken = sound;
  for (const [text, instead] of changes) {
    if (broken.split(text).length !== 2)
      throw new Error(`“${name}”: not exactly one place in ${file}: ${text}`);
    broken = broken.replace(text, () => instead);
  }
  writeFileSync(path, broken);
  return () => writeFileSync(path, sound);
}
