import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nothingFails } from '../../../../../electron/usecases/backups/plan.ts';
import { callAndRecord, recallNetwork } from '../../../../../electron/usecases/booking/callOutside.ts';
import { readBookingHealth } from '../../../../../electron/usecases/booking/health.ts';
import { readStatus } from '../../../../../electron/usecases/workspace/status.ts';
import type { ErrorCode } from '../../../../../shared/errors/catalogue.ts';
import { didNotHappen, happened } from '../../../../../shared/errors/outcome.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const status = () => readStatus(workspace, { printerStates: new Map(), backups: nothingFails });

async function track(errorCode: ErrorCode | ''): Promise<void> {
  const known = await workspace.store.read.accounts.all();
  const row = known[0] ?? (await testAccount(workspace, { platform: 'kdniao' }));
  const account = { id: row.id, merchantId: '', secret: '', endpoint: null, fields: {} };
  const send = async () => (errorCode === '' ? happened(null) : didNotHappen(errorCode));
  const opened = { row, platform: scriptedPlatform(), account };
  await callAndRecord(workspace, opened, { interfaceName: 'track', send });
}

describe('the network in the status bar', () => {
  it('is unknown until something was asked', async () => {
    expect(await status()).toMatchObject({ network: 'unknown', networkSince: null, networkAt: null });
  });

  it('is learned from a question about a parcel as from a booking', async () => {
    await track('NETWORK_DNS');
    expect(await status()).toMatchObject({ network: 'down', networkAt: workspace.clock.now() });
    await track('CARRIER_NOT_FOUND');
    expect(await status()).toMatchObject({ network: 'ok' });
  });

  it('names the platform that does not answer, as long as it has an account here', async () => {
    await track('NETWORK_TIMEOUT');
    const failedAt = workspace.clock.now();
    workspace.networkMeter.learn({ platform: 'sf', errorCode: 'NETWORK_TIMEOUT', endedAt: failedAt });
    expect((await status()).silentPlatforms).toEqual([
      { platform: 'kdniao', heardAt: null, since: failedAt },
    ]);
    await track('');
    expect((await status()).silentPlatforms).toEqual([]);
  });

  it('is known after a restart from the last recorded call, as old as that is', async () => {
    await track('NETWORK_DNS');
    const failedAt = workspace.clock.now();
    workspace = await workspace.reopen();
    await recallNetwork(workspace);
    expect(workspace.networkMeter.knowledge()).toMatchObject({
      state: 'down',
      since: failedAt,
      toldAt: failedAt,
    });
  });
});

it('the week of an account counts what its platform was not there for, from the buckets of the calls', async () => {
  const { id } = await testAccount(workspace, { platform: 'kdniao' });
  const at = workspace.clock.now() - 3 * 86_400_000;
  const codes = ['', '', 'CARRIER_DOWN', 'CARRIER_REFUSED', 'CARRIER_ARREARS', 'JOURNAL_BROKEN'];
  await workspace.store.write(async (write) => {
    for (const [no, errorCode] of codes.entries())
      await write.calls.insert(sampleCall(no, { at, accountId: id, errorCode }));
    await write.calls.insert(sampleCall(99, { at: at - 6 * 86_400_000, accountId: id }));
  });
  const [health] = await readBookingHealth(workspace);
  expect(health?.week).toEqual({ calls: 5, failures: 1 });
});

it('a bench of a book on a server is not told that there is no backup, nor of one from before', async () => {
  const bench = await openTestWorkspace({ at: { id: 'b1', isShared: true } });
  try {
    await bench.store.write((write) => write.settings.put('lastBackupAt', 1));
    const told = await readStatus(bench, { printerStates: new Map(), backups: nothingFails });
    expect(told).toMatchObject({ lastBackupAt: null, backup: 'fine' });
  } finally {
    await bench.close();
  }
});

it('reads what people have chosen once, and no part of it again: each question to a server takes its time', async () => {
  const { read } = workspace.store;
  let whole = 0;
  const single: string[] = [];
  const settings: typeof read.settings = {
    ...read.settings,
    all: () => {
      whole += 1;
      return read.settings.all();
    },
    get: (key) => {
      single.push(key);
      return read.settings.get(key);
    },
  };
  const counting = Object.create(read, { settings: { value: settings } }) as typeof read;
  const store = Object.create(workspace.store, { read: { value: counting } }) as typeof workspace.store;
  const counted = Object.create(workspace, { store: { value: store } }) as typeof workspace;
  await readStatus(counted, { printerStates: new Map(), backups: nothingFails });
  expect(whole).toBe(1);
  const chosen = Object.keys(await read.settings.all());
  expect(single.filter((key, at) => chosen.includes(key) || single.indexOf(key) !== at)).toEqual([]);
});
