import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openUpdateDesk, type UpdateDesk } from '../../../../doubles/program/updateDesk.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let desk: UpdateDesk;
beforeEach(async () => {
  desk = await openUpdateDesk();
});
afterEach(() => desk.close());

const run = (name: string, ...words: string[]) =>
  runCommand(desk.workspace, commandNamed(`update ${name}`), words);

it('check says what is there; asked again before a new one is published it says the same', async () => {
  expect(await run('check')).toMatchObject({ ok: false, code: 'UPDATE_SERVER_ANSWER' });
  desk.offer();
  expect(await run('check')).toMatchObject({
    value: {
      exitCode: 0,
      json: { version: '0.1.0', offer: { version: '0.2.0', state: 'offered', bytes: 400_000 } },
      human: ['Version 0.2.0 is there (2026-11-28, 1 MB).', 'What is new in 0.2.0'],
    },
  });
});

it('install fetches, makes a backup and hands over', async () => {
  desk.offer();
  const installed = await run('install');
  expect(installed).toMatchObject({ value: { exitCode: 0, json: { isReady: true, backedUpBy: 'program' } } });
  if (installed.ok) expect(installed.value.human.at(-1)).toContain('0.2.0 was handed to the system');
  expect(desk.replacedBy).toHaveLength(1);
});

it('install from a file asks no server', async () => {
  const file = join(desk.publish(), 'shipdesk_0.2.0_amd64.deb');
  expect(await run('install', file)).toMatchObject({ value: { exitCode: 0, json: { isReady: true } } });
  expect(desk.feed.asked).toEqual([]);
});

it('while a booking is unsure install says to wait, as prepare does, and makes nothing', async () => {
  desk.offer();
  await desk.workspace.store.write((write) =>
    write.orders.insertMany([sampleOrder(1, { state: 'booking', shipmentState: 'unsure' })]),
  );
  expect(await run('install')).toMatchObject({
    value: {
      exitCode: 3,
      json: { isReady: false, open: { unsureOrders: 1 }, backup: null },
      human: ['Do not install a new version yet:', '  orders that may or may not be booked: 1'],
    },
  });
  expect(existsSync(`${desk.workspace.folder}/backups`)).toBe(false);
  expect(desk.replacedBy).toEqual([]);
});

it('a computer whose turn has not come installs nothing from the feed', async () => {
  desk.offer({ share: 0 });
  expect(await run('install')).toMatchObject({ value: { exitCode: 0, json: { offer: { state: 'later' } } } });
  expect(desk.replacedBy).toEqual([]);
});

it('address, channel and the daily look are shown and set', async () => {
  expect(await run('settings', '--address', 'http://example.com')).toMatchObject({
    code: 'UPDATE_ADDRESS_INVALID',
  });
  expect(
    await run(
      'settings',
      '--address',
      'https://example.com/shipdesk',
      '--channel',
      'early',
      '--daily',
      'off',
    ),
  ).toMatchObject({
    value: {
      json: {
        address: 'https://example.com/shipdesk',
        isOwnAddress: true,
        channel: 'early',
        isAutomatic: false,
      },
    },
  });
  expect(await run('settings', '--address', '')).toMatchObject({ value: { json: { address: null } } });
});
