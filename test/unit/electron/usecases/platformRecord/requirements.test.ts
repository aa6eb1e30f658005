import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountLock } from '../../../../../electron/usecases/booking/goLive/checklist.ts';
import { runGoLive } from '../../../../../electron/usecases/booking/goLive/runGoLive.ts';
import { exportRequirements } from '../../../../../electron/usecases/platformRecord/exportRequirements.ts';
import {
  confirmRequirements,
  readRequirements,
  saveRequirements,
} from '../../../../../electron/usecases/platformRecord/requirements.ts';
import {
  emptyRequirements,
  type RequirementList,
} from '../../../../../shared/domain/platformRecord/requirements.ts';
import { readTexts } from '../../../../doubles/files/orderFile.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const complete: RequirementList = {
  ...emptyRequirements,
  scenes: ['domestic', 'batch'],
  functions: ['e-waybill', 'tracking'],
  hasNoSystems: true,
};

const save = (change: Partial<RequirementList>) =>
  saveRequirements(workspace, { list: { ...complete, ...change }, skipped: [] });

const unmet = async () =>
  (await readRequirements(workspace)).needs.filter(({ isMet }) => !isMet).map(({ offer }) => offer);

describe('the requirement list', () => {
  it('lacks all three parts at first, and says so until each is answered', async () => {
    expect((await readRequirements(workspace)).missing).toEqual(['scenes', 'functions', 'systems']);
    await save({ scenes: ['domestic'], hasNoSystems: false });
    // Where, but not how much at once; systems neither named nor declared to be none.
    expect((await readRequirements(workspace)).missing).toEqual(['scenes', 'systems']);
    await save({});
    expect((await readRequirements(workspace)).missing).toEqual([]);
  });

  it('is confirmed only when it is complete, by somebody with a name', async () => {
    const confirm = (name: string) => confirmRequirements(workspace, { confirmer: 'business', name });
    expect(await confirm('王店长')).toMatchObject({ ok: false, code: 'REQUIREMENTS_INCOMPLETE' });
    await save({});
    expect(await confirm('  ')).toMatchObject({ ok: false, code: 'REQUIREMENTS_NAME_MISSING' });
    expect(await confirm('王店长')).toMatchObject({
      ok: true,
      value: { unconfirmed: ['technical', 'provider'] },
    });
  });

  it('loses its confirmations when it says something else, and keeps them when it says the same', async () => {
    await save({});
    await confirmRequirements(workspace, { confirmer: 'business', name: '王店长' });
    await save({ scenes: ['domestic', 'batch', 'batch'] });
    expect((await readRequirements(workspace)).unconfirmed).not.toContain('business');
    await save({ services: ['cod'] });
    expect((await readRequirements(workspace)).unconfirmed).toContain('business');
  });

  it('is written as a document that names every scene, function, system and figure', async () => {
    await save({
      hasNoSystems: false,
      systems: [{ kind: 'erp', name: '旺店通' }],
      services: ['cod', 'insurance'],
      volume: { usualPerDay: 300, peakPerDay: null },
      carriers: ['ZTO'],
      countries: ['HK'],
    });
    const written = await exportRequirements(workspace, { language: 'zh-CN' });
    if (!written.ok) throw new Error(written.code);
    const text = (await readTexts(readFileSync(written.value.path))).map((row) => row.join(' ')).join('\n');
    for (const word of [
      '国内件',
      '批量发货',
      '电子面单',
      '物流查询',
      '旺店通',
      '代收货款',
      '保价',
      '300 单',
      '中通快递',
      '香港',
    ])
      expect(text).toContain(word);
    expect(text).toContain('大促每天 （没有写）');
    expect((await readRequirements(workspace)).exportedAt).toBe(workspace.clock.now());
  });
});

describe('what the shop needs and no platform of its accounts can do', () => {
  it('is met by one platform that can, whatever the others cannot', async () => {
    await testAccount(workspace, { platform: 'sf' });
    await save({ functions: ['e-waybill', 'pickup'], services: ['monthly-account'] });
    expect(await unmet()).toEqual(['pickup']);
    await testAccount(workspace, { platform: 'kdniao' });
    expect(await unmet()).toEqual([]);
  });

  it('is nothing that somebody does outside of this program', async () => {
    await testAccount(workspace, { platform: 'kdniao' });
    await save({ scenes: ['cross-border', 'batch'] });
    expect(await unmet()).toEqual(['customs', 'foreign-traces']);
    await save({ scenes: ['cross-border', 'batch'], outside: [{ offer: 'customs', how: '货代报关' }] });
    expect(await unmet()).toEqual(['foreign-traces']);
  });

  it('keeps an account from going live, with a name for each thing that is lacking; nothing is called', async () => {
    const server = new KdniaoServer();
    await server.listen();
    const account = await testAccount(workspace, { platform: 'kdniao', endpoint: null, secret: 'real-key' });
    const test = () =>
      runGoLive(workspace, {
        accountId: account.id,
        testMerchantId: server.merchantId,
        testSecret: server.apiKey,
        testEndpoint: server.url,
        carrier: 'ZTO',
        printerUri: null,
      });
    await save({ scenes: ['cross-border', 'batch'] });
    expect(await test()).toMatchObject({
      ok: false,
      code: 'GOLIVE_NEEDS_UNMET',
      params: { needs: 'customs' },
    });
    expect(server.ledger.lines).toEqual([]);
    // What is only nice to have blocks nothing.
    await save({ scenes: ['cross-border', 'batch'], outside: [{ offer: 'customs', how: '货代报关' }] });
    expect(await test()).toMatchObject({ ok: true, value: { lock: 'unlocked' } });
    // Who is live already may test again whatever the list asks for by now.
    await save({ scenes: ['cross-border', 'batch'] });
    expect(await test()).toMatchObject({ ok: true });
    expect(await accountLock(workspace, account)).toBe('unlocked');
    await server.close();
  });
});
