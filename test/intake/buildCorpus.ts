import { intakeCases } from './cases/index.ts';

export interface CorpusFile {
  /** Below `test/fixtures/intake/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file of the corpus: the same bytes each time. */
export function buildCorpus(): CorpusFile[] {
  return intakeCases.flatMap(({ name, about, files, expected }) => [
    ...files.map((file) => ({ path: `${name}/${file.name}`, bytes: file.bytes })),
    {
      path: `${name}/expected.json`,
      bytes: Buffer.from(`${JSON.stringify({ about, ...expected }, null, 2)}\n`),
    },
  ]);
}
