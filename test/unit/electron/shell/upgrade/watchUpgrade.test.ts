import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchUpgrade } from '../../../../../electron/shell/upgrade/watchUpgrade.ts';
import type { UpgradeProgress } from '../../../../../shared/domain/upgrade.ts';
import { handClock } from '../../../../doubles/handClock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('how far the copy is shows in the growing file, and stops with its part', async () => {
  const clock = handClock();
  const told: (UpgradeProgress | null)[] = [];
  const watch = watchUpgrade(clock, (progress) => told.push(progress));
  const growing = join(folder, 'copy.tmp');
  const copy = { part: 'copy', done: 0, total: 4, bytes: 1_000 } as const;
  watch({ ...copy, growing });
  for (const size of [400, 700, 1_200]) {
    writeFileSync(growing, Buffer.alloc(size));
    await clock.advance(500);
  }
  expect(told).toEqual([0, 0.4, 0.7, 1].map((share) => ({ ...copy, share })));
  const write = { part: 'write', done: 1, total: 4, bytes: 1_000 } as const;
  watch(write);
  watch(null);
  await clock.advance(5_000);
  expect(told.slice(4)).toEqual([{ ...write, share: null }, null]);
});
