import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBench } from './benchProgram.ts';

describe('wrong PINs', { timeout: 180_000 }, () => {
  let bench: Awaited<ReturnType<typeof openBench>>;
  beforeAll(async () => {
    bench = await openBench();
    const added = await bench.run(['operators', 'add', '王店长', '--role', 'manager'], '258025\n');
    expect(added.exitCode).toBe(0);
  });
  afterAll(() => bench.close());

  const asManager = (words: readonly string[], pin: string) =>
    bench.run([...words, '--operator', '王店长'], `${pin}\n`);

  it('are counted although the database of before is copied back after each', async () => {
    const database = join(bench.data, 'shipdesk.db');
    const copy = join(bench.folder, 'copy.db');
    copyFileSync(database, copy);
    const codes: unknown[] = [];
    // Starting the program takes its time too: the wait, which doubles, is longer than that after a few tries.
    for (let round = 0; round < 9 && !codes.includes('OPERATOR_PIN_WAIT'); round++) {
      const tried = await asManager(['operators', 'list'], `90817${round}`);
      codes.push((tried.json.error as { code: string }).code);
      copyFileSync(copy, database);
    }
    expect(codes).toContain('OPERATOR_PIN_WAIT');
    const verified = await bench.run(['audit', 'verify']);
    expect(verified).toMatchObject({ exitCode: 3, json: { troubles: expect.arrayContaining(['newer']) } });
  });
});
