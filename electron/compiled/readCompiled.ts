import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Where V8's compiled form of a part lies: beside the part, so in the same archive under the same check of its integrity. */
export const compiledFileOf = (part: string): string => `${part}.compiled`;

/** A part as the function that Node makes of it. */
const asFunction = (source: Buffer): string =>
  `(function (exports, require, module, __filename, __dirname) {${source.toString('utf8')}\n})`;

/** Stands before the compiled form: V8 itself compares no more of a text than its length. */
const hashOf = (source: Buffer): Buffer => createHash('sha256').update(source).digest();

interface Part {
  exports: unknown;
}

type RequirePart = (name: string) => unknown;

type PartFunction = (
  this: unknown,
  exports: unknown,
  require: RequirePart,
  module: Part,
  file: string,
  folder: string,
) => void;

/** What V8 made of this very text when the program was packed; undefined: no such thing lies there. */
function compiledOf(part: string, source: Buffer): Buffer | undefined {
  try {
    const hash = hashOf(source);
    const kept = readFileSync(compiledFileOf(part));
    return kept.subarray(0, hash.length).equals(hash) ? kept.subarray(hash.length) : undefined;
  } catch {
    return undefined;
  }
}

/** Also says whether V8 took what was compiled before. */
export function readScript(part: string): Script {
  const source = readFileSync(part);
  const cachedData = compiledOf(part, source);
  return new Script(asFunction(source), {
    filename: part,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
}

/** Node gives a script that it did not read itself no way to import, and says so only when the import is reached. */
const importing = /(?<![\w$.])import\(/;

/** The part compiled as V8's flags say now; `keep` writes it as V8's flags are then. Throws where the part imports instead of requiring. */
export function compilePart(part: string): { keep(): Buffer } {
  const source = readFileSync(part);
  if (importing.test(source.toString('utf8'))) throw new Error(`${part} imports: it has to require`);
  const script = new Script(asFunction(source), { filename: part });
  return { keep: () => Buffer.concat([hashOf(source), script.createCachedData()]) };
}

/** Parts that were read, by their files. */
const parts = new Map<string, Part>();

function runPart(part: Part, file: string, require: RequirePart): void {
  parts.set(file, part);
  try {
    const run = readScript(file).runInThisContext() as PartFunction;
    run.call(part.exports, part.exports, require, part, file, dirname(file));
  } catch (error) {
    // A second import fails in the same way, as with Node.
    parts.delete(file);
    throw error;
  }
}

/**
 * All parts lie in the folder of the first one and need each other by name. To look each of them up as Node does, along the folders and
 * for whatever else the name may mean, takes 0.2 ms, and a start reads a hundred.
 */
function requireBeside(first: string): RequirePart {
  const outside = createRequire(first);
  const require: RequirePart = (name) => {
    if (!name.startsWith('./')) return outside(name);
    const file = join(dirname(first), name);
    const known = parts.get(file);
    if (known !== undefined) return known.exports;
    const part: Part = { exports: {} };
    runPart(part, file, require);
    return part.exports;
  };
  return require;
}

/**
 * From now on each part of the program (`.cjs`) comes as V8 compiled it when the program was packed. V8 refuses what another version of
 * it made, or made with other flags, and compiles the text as ever; so it does where nothing lies beside the part.
 */
export function readCompiled(): void {
  createRequire(import.meta.filename).extensions['.cjs'] = (first, file) =>
    runPart(first, file, requireBeside(file));
}
