import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { compiledFileOf, compilePart } from './compiled/readCompiled.ts';

/**
 * Compiles the parts that lie beside it. Run by the Electron that they are packed with, as Node: of another one it would be refused.
 * Functions are compiled whole and not when they are first called, since V8 keeps only what it has compiled; then the flags are what they
 * were, for V8 compares them.
 */
function compileParts(folder: string): void {
  setFlagsFromString('--no-lazy');
  const compiled = readdirSync(folder)
    .filter((name) => name.endsWith('.cjs'))
    .map((name) => join(folder, name))
    .map((part) => ({ part, ...compilePart(part) }));
  setFlagsFromString('--lazy');
  for (const { part, keep } of compiled) writeFileSync(compiledFileOf(part), keep());
}

compileParts(import.meta.dirname);
