import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestByFile } from '../../../../../../electron/platform/fileRequests.ts';
import type { Account } from '../../../../../../electron/store/schema.ts';
import { followNumbers } from '../../../../../../electron/usecases/tracking/follow/followNumbers.ts';
import {
  folderNameOf,
  PushRounds,
  pushHandOverFolder,
} from '../../../../../../electron/usecases/tracking/pushes/pushRounds.ts';
import { kdniaoPush } from '../../../../../doubles/platforms/kdniaoPush.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';

const merchantId = '1237100';
const apiKey = '56da2cf8-c8a2-44b2-b6fa-476cd7d1ba17';
const waybillNo = 'YT8962646785389';

let workspace: TestWorkspace;
let account: Account;
let rounds: PushRounds;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  account = await testAccount(workspace, { platform: 'kdniao', merchantId, secret: apiKey });
  await followNumbers(workspace, [{ waybillNo, carrier: 'YTO', phoneTail: '' }]);
  rounds = new PushRounds(workspace);
});
afterEach(() => workspace.close());

function push(key = apiKey): string {
  const Traces = [{ AcceptTime: '2026-01-02 09:00:00', AcceptStation: '已揽收', Location: '', Action: '1' }];
  const element = { ShipperCode: 'YTO', LogisticCode: waybillNo, Success: true, StateEx: '1', Traces };
  return kdniaoPush('102', { EBusinessID: merchantId, PushTime: '', Count: 1, Data: [element] }, key);
}
const state = async () => (await workspace.store.read.tracking.byWaybill(waybillNo))?.state;

describe('a message handed over by another program', () => {
  const folder = () => pushHandOverFolder(workspace.folder);
  const hand = (content: unknown, patienceMs = 5_000) =>
    requestByFile(folder(), JSON.stringify(content), { patienceMs, sleep: () => rounds.round() });

  it('is taken while the window has the workspace, and answered in the platform’s words', async () => {
    const handed = await hand({ account: account.name, body: push() });
    expect(JSON.parse(handed?.answer ?? '')).toMatchObject({
      errorCode: '',
      updated: 1,
      acknowledgement: expect.stringContaining('"Success":true'),
    });
    expect(await state()).toBe('collected');
    expect(readdirSync(folder())).toEqual([]);
  });

  it('for an account that is not there says so', async () => {
    const handed = await hand({ account: '没有的账号', body: push() });
    expect(JSON.parse(handed?.answer ?? '')).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
  });

  it('is taken back when nobody takes it, so that it is never taken later', async () => {
    const handed = await requestByFile(folder(), JSON.stringify({ account: account.name, body: push() }), {
      patienceMs: 100,
      sleep: async () => undefined,
    });
    expect(handed).toBeNull();
    await rounds.round();
    expect(await state()).toBe('none');
    expect(readdirSync(folder())).toEqual([]);
  });

  it('and answered to nobody is cleared away at the next start', async () => {
    writeFileSync(join(folder(), 'x.answer'), '{}');
    writeFileSync(join(folder(), 'y.taken'), '{}');
    expect(new PushRounds(workspace)).toBeDefined();
    expect(readdirSync(folder())).toEqual([]);
  });
});

describe('the folder of the merchant’s own web server', () => {
  let folder: string;
  let of: string;
  beforeEach(async () => {
    folder = join(workspace.folder, 'from-the-web');
    of = join(folder, folderNameOf(account.name));
    mkdirSync(of, { recursive: true });
    await workspace.store.write((write) => write.settings.put('pushFolder', folder));
  });
  const look = async (times = 2) => {
    for (let time = 0; time < times; time++) {
      await workspace.clock.advance(3_000);
      await rounds.round();
    }
  };

  it('gives each finished file’s message to its account and puts the answer beside it', async () => {
    writeFileSync(join(of, '1.txt'), push());
    await look();
    expect(await state()).toBe('collected');
    expect(readdirSync(join(of, 'done')).sort()).toEqual(['1.txt', '1.txt.answer']);
    expect(readFileSync(join(of, 'done', '1.txt.answer'), 'utf8')).toContain('"Success":true');
  });

  it('waits for a file that still grows', async () => {
    writeFileSync(join(of, '1.txt'), push().slice(0, 40));
    await look(1);
    writeFileSync(join(of, '1.txt'), push());
    await look(1);
    expect(readdirSync(of)).toContain('1.txt');
    await look(1);
    expect(await state()).toBe('collected');
  });

  it('keeps a forged message apart and changes nothing', async () => {
    writeFileSync(join(of, '1.txt'), push('another key'));
    await look();
    expect(await state()).toBe('none');
    expect(readdirSync(join(of, 'failed')).sort()).toEqual(['1.txt', '1.txt.answer']);
  });

  it('forgets what was taken a week ago: it tells of people', async () => {
    writeFileSync(join(of, '1.txt'), push());
    await look();
    await workspace.clock.advance(Date.now() - workspace.clock.now() + 8 * 86_400_000);
    await look(1);
    expect(readdirSync(join(of, 'done'))).toEqual([]);
  });
});

it('an account whose name no folder may have is written in one that may', () => {
  expect(folderNameOf('快递鸟/一号:')).toBe('快递鸟%2F一号%3A');
  expect(folderNameOf('快递鸟')).toBe('快递鸟');
});
