import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../../electron/launch/buildWhenStale.ts';
import { mutants } from './mutants.ts';
import { mutate } from './mutate.ts';

it.each(mutants)('$name: can still be made, and its tests exist', (mutant) => {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    const [from, to] = [join(projectFolder, mutant.file), join(folder, mutant.file)];
    cpSync(from, to, { recursive: true });
    expect(existsSync(dirname(to))).toBe(true);
    const restore = mutate(folder, mutant);
    expect(readFileSync(to, 'utf8')).not.toBe(readFileSync(from, 'utf8'));
    restore();
    expect(readFileSync(to, 'utf8')).toBe(readFileSync(from, 'utf8'));
    for (const test of mutant.tests) expect(existsSync(join(projectFolder, test)), test).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
