import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { type BackupDesk, openBackupDesk } from '../../../../doubles/workspace/backupDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: BackupDesk;
beforeEach(async () => {
  desk = await openBackupDesk();
});
afterEach(() => desk.close());

async function prepare() {
  const said = await runCommand(desk.workspace, commandNamed('update prepare'), []);
  if (!said.ok) throw new Error(said.code);
  return said.value;
}

it('with nothing under way a backup is made to go back to, and it says how', async () => {
  const { exitCode, json, human } = await prepare();
  expect(exitCode).toBe(0);
  const { isReady, backup } = json as {
    readonly isReady: boolean;
    readonly backup: { readonly file: string };
  };
  expect(isReady).toBe(true);
  expect(existsSync(backup.file)).toBe(true);
  expect(human.join('\n')).toContain(`restore ${backup.file}`);
});

it('while a booking is unsure it says to wait, and makes nothing', async () => {
  await desk.workspace.store.write((write) =>
    write.orders.insertMany([sampleOrder(1, { state: 'booking', shipmentState: 'unsure' })]),
  );
  const { exitCode, json, human } = await prepare();
  expect(exitCode).toBe(3);
  expect(json).toMatchObject({ isReady: false, open: { unsureOrders: 1, bookings: 0 } });
  expect(human).toEqual(['Do not install a new version yet:', '  orders that may or may not be booked: 1']);
  expect(existsSync(`${desk.workspace.folder}/backups`)).toBe(false);
});

it('while a booking is about to leave it says to wait', async () => {
  const now = desk.workspace.clock.now();
  await desk.workspace.store.write((write) =>
    write.jobs.insert({
      id: desk.workspace.nextId(),
      kind: 'book',
      subjectId: desk.workspace.nextId(),
      lane: 'a',
      state: 'waiting',
      runAt: now,
      attempts: 0,
      createdAt: now,
      workstationId: '',
      claimedBy: 'own',
      fence: 0,
    }),
  );
  expect(await prepare()).toMatchObject({ exitCode: 3, json: { isReady: false, open: { bookings: 1 } } });
});
