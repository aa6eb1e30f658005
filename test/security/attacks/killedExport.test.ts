import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBench } from './benchProgram.ts';

it('an export in the clear that is killed as its file appears has left its begun line', {
  timeout: 30_000,
}, async () => {
  const bench = await openBench();
  const target = join(bench.folder, 'all.xlsx');
  await bench.run(['export', '--reveal', '--why', '对账', '--out', target], '', (child) => {
    const watcher = watch(bench.folder, () => {
      if (existsSync(target)) child.kill('SIGKILL');
    });
    child.once('close', () => watcher.close());
  });
  expect(existsSync(target)).toBe(true);
  const acts = await bench.acts();
  expect(acts.at(-1)).toMatchObject({ kind: 'personal-data-exported', what: 'orders', step: 'begun' });
  const listed = await bench.run(['audit', 'list', '--group', 'personal']);
  expect(listed.json.acts).toMatchObject([
    { isNeverEnded: true },
    { kind: 'file-written' },
    { kind: 'file-written' },
  ]);
  expect(await bench.run(['audit', 'verify'])).toMatchObject({ exitCode: 0, json: { brokenNo: null } });
  bench.close();
});
