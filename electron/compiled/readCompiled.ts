import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** Where V8's compiled form of a part lies: beside the part, so in the same archive under the same check of its integrity. */
export const compiledFileOf = (part: string): string => `${part}.compiled`;

/** A part as the function that Node makes of it. The same text for whoever compiles and whoever reads: V8 compares only its length. */
export const asFunction = (source: string): string =>
  `(function (exports, require, module, __filename, __dirname) {${source}\n})`;

type PartFunction = (
  this: unknown,
  exports: unknown,
  require: NodeJS.Require,
  module: NodeJS.Module,
  file: string,
  folder: string,
) => void;

/** What V8 made of a part when the program was packed; undefined: nothing lies there. */
function compiledOf(part: string): Buffer | undefined {
  try {
    return readFileSync(compiledFileOf(part));
  } catch {
    return undefined;
  }
}

/** Also says whether V8 took what was compiled before. */
export function readScript(part: string): Script {
  const cachedData = compiledOf(part);
  return new Script(asFunction(readFileSync(part, 'utf8')), {
    filename: part,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
}

function runPart(module: NodeJS.Module, part: string): void {
  const run = readScript(part).runInThisContext() as PartFunction;
  run.call(module.exports, module.exports, createRequire(part), module, part, dirname(part));
}

/**
 * From now on each part of the program (`.cjs`) comes as V8 compiled it when the program was packed. V8 refuses what another version of
 * it made, or made with other flags, and compiles the text as ever; so it does where nothing lies beside the part.
 */
export function readCompiled(): void {
  createRequire(import.meta.filename).extensions['.cjs'] = runPart;
}
