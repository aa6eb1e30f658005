import { afterEach, beforeEach, expect, it } from 'vitest';
import { runGoLive } from '../../../../../electron/usecases/booking/goLive/runGoLive.ts';
import {
  confirmRequirements,
  saveRequirements,
} from '../../../../../electron/usecases/platformRecord/requirements.ts';
import { readSetUp, tickSetUp } from '../../../../../electron/usecases/platformRecord/setUp.ts';
import { confirmers, emptyRequirements } from '../../../../../shared/domain/platformRecord/requirements.ts';
import { isByHand, setUpItems } from '../../../../../shared/domain/platformRecord/setUp.ts';
import { KdniaoServer } from '../../../../doubles/platforms/kdniaoServer.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { writeFortnight } from '../../../../fixtures/fortnight/writeFortnight.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function states() {
  const { lines } = await readSetUp(workspace);
  return Object.fromEntries(lines.map(({ item, state }) => [item, state]));
}

it('everything of a new workspace is open but the sender that was entered', async () => {
  const { lines, phase } = await readSetUp(workspace);
  expect(lines.map(({ item }) => item)).toEqual(setUpItems);
  expect(lines.filter(({ state }) => state === 'done').map(({ item }) => item)).toEqual(['sender-set']);
  expect(phase).toBe('requirement');
});

it('the requirement phase is over once the list is complete, confirmed by all three and written to a file', async () => {
  const list = {
    ...emptyRequirements,
    scenes: ['domestic' as const, 'single' as const],
    functions: ['tracking' as const],
    hasNoSystems: true,
  };
  await saveRequirements(workspace, { list, skipped: [] });
  expect(await states()).toMatchObject({ 'list-complete': 'done', 'list-confirmed': 'open' });
  for (const confirmer of confirmers) await confirmRequirements(workspace, { confirmer, name: '王店长' });
  expect(await states()).toMatchObject({ 'list-confirmed': 'done', 'list-exported': 'open' });
});

it('what the small-order test proves is done when every real account has passed it', async () => {
  const server = new KdniaoServer();
  await server.listen();
  const account = await testAccount(workspace, { platform: 'kdniao', endpoint: null, secret: 'real-key' });
  expect(await states()).toMatchObject({
    'account-added': 'done',
    'golive-passed': 'open',
    'tracking-tried': 'open',
  });
  await runGoLive(workspace, {
    accountId: account.id,
    testMerchantId: server.merchantId,
    testSecret: server.apiKey,
    testEndpoint: server.url,
    carrier: 'ZTO',
    printerUri: null,
  });
  await server.close();
  expect(await states()).toMatchObject({
    'golive-passed': 'done',
    'tracking-tried': 'done',
    'signature-proven': 'done',
  });
});

it('a test account is no real one: with it alone nothing counts as added, passed or tried', async () => {
  await testAccount(workspace, { platform: 'kdniao', endpoint: 'http://127.0.0.1:9', secret: 'test-key' });
  expect(await states()).toMatchObject({
    'account-added': 'open',
    'needs-met': 'open',
    'carriers-covered': 'open',
    'golive-passed': 'open',
    'tracking-tried': 'open',
    'signature-proven': 'open',
  });
});

it('nobody knows whether carriers are covered that nobody has named', async () => {
  await testAccount(workspace, { platform: 'kdniao', endpoint: null, secret: 'real-key' });
  const list = { ...emptyRequirements, scenes: ['domestic' as const, 'single' as const] };
  await saveRequirements(workspace, { list, skipped: [] });
  expect(await states()).toMatchObject({ 'carriers-covered': 'unknown' });
  await saveRequirements(workspace, { list: { ...list, carriers: ['ZTO'] }, skipped: [] });
  expect((await states())['carriers-covered']).not.toBe('open');
});

it('a shop that has worked for a while has imported and printed, and knows since when', async () => {
  await writeFortnight(workspace, { days: 2, perDay: 12 });
  expect(await states()).toMatchObject({ 'orders-imported': 'done', 'label-printed': 'done' });
  const { madeAt, firstLabelAt } = await readSetUp(workspace);
  expect(madeAt).not.toBeNull();
  expect(firstLabelAt).not.toBeNull();
});

it('only what a person alone can know is ticked, and can be taken back', async () => {
  expect(await tickSetUp(workspace, { item: 'golive-passed', isDone: true })).toMatchObject({
    code: 'SETUP_NOT_BY_HAND',
  });
  const byHand = setUpItems.filter(isByHand);
  for (const item of byHand) await tickSetUp(workspace, { item, isDone: true });
  expect(await states()).toMatchObject({ 'peak-rehearsed': 'done', 'review-read': 'done' });
  await tickSetUp(workspace, { item: 'peak-rehearsed', isDone: false });
  expect(await states()).toMatchObject({ 'peak-rehearsed': 'open' });
});
