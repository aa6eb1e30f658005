import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as waitMs } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { databaseFileName } from '../../electron/store/database/openDatabase.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { seededChance } from '../doubles/seededChance.ts';
import { folderDesk, storeKey } from '../doubles/workspace/storeDesk.ts';

const program = fileURLToPath(new URL('logCopyProgram.ts', import.meta.url));
const desk = folderDesk();
const kills = 5;

/** Kills it up to half a second after its thread has begun to write into the database; answers how many it said were committed. */
async function storeUntilKilled(chance: () => number): Promise<number> {
  const child = spawn(process.execPath, [program, desk.folder, Buffer.from(storeKey).toString('hex')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let told = 0;
  let batches = 0;
  const size = () => statSync(join(desk.folder, databaseFileName)).size;
  const killWhileCopying = async (before: number): Promise<void> => {
    while (size() === before) await waitMs(1);
    await waitMs(chance() * 500);
    child.kill('SIGKILL');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    told = Number(line);
    batches++;
    // With the fifth 10,000 are stored.
    if (batches === 5) void killWhileCopying(size());
  }
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  return told;
}

it('kill -9 while the log is copied beside an import: the database opens, is sound, and has every order that was committed', async () => {
  const chance = seededChance(11);
  for (let no = 0; no < kills; no++) {
    const told = await storeUntilKilled(chance);
    const opened = await openStore(desk.folder, storeKey, 'must-exist');
    if (!opened.ok) throw new Error(opened.code);
    const { read, close } = opened.value;
    expect(await read.health()).toBe(true);
    const orders = await read.orders.count({});
    expect([told, told + 2_000]).toContain(orders);
    await close();
  }
});
