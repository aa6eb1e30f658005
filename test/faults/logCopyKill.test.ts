import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as waitMs } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openStore } from '../../electron/store/openStore.ts';
import { seededChance } from '../doubles/seededChance.ts';
import { folderDesk, storeKey } from '../doubles/workspace/storeDesk.ts';

const program = fileURLToPath(new URL('logCopyProgram.ts', import.meta.url));
const desk = folderDesk();
const kills = 5;

/** Kills it at any moment behind the rows that its thread begins with; answers how many it said were committed. */
async function storeUntilKilled(chance: () => number): Promise<number> {
  const child = spawn(process.execPath, [program, desk.folder, Buffer.from(storeKey).toString('hex')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let told = 0;
  let batches = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    told = Number(line);
    batches++;
    if (batches !== 5) continue;
    void waitMs(chance() * 1_000).then(() => child.kill('SIGKILL'));
  }
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  return told;
}

it('kill -9 while the log is copied beside an import: the database opens, is sound, and has every order that was committed', async () => {
  const chance = seededChance(11);
  for (let no = 0; no < kills; no++) {
    const told = await storeUntilKilled(chance);
    const opened = await openStore(desk.folder, storeKey, false);
    if (!opened.ok) throw new Error(opened.code);
    const { read, close } = opened.value;
    expect(await read.health()).toBe(true);
    const orders = await read.orders.count({});
    expect([told, told + 2_000]).toContain(orders);
    await close();
  }
});
