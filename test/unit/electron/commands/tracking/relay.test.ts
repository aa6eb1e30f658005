import { afterEach, beforeEach, expect, it } from 'vitest';
import { followNumbers } from '../../../../../electron/usecases/tracking/follow/followNumbers.ts';
import { takePush } from '../../../../../electron/usecases/tracking/push.ts';
import { setRelay } from '../../../../../electron/usecases/tracking/pushes/relays.ts';
import { kdniaoPush } from '../../../../doubles/platforms/kdniaoPush.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

const waybillNo = 'YT8962646785389';
const merchantId = '1237100';
const secret = '56da2cf8-c8a2-44b2-b6fa-476cd7d1ba17';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

it('the list of relays tells what came last: what it brought, and what was refused as forged', async () => {
  const { id: accountId } = await testAccount(workspace, {
    platform: 'kdniao',
    name: '一号店',
    merchantId,
    secret,
  });
  await followNumbers(workspace, [{ waybillNo, carrier: 'YTO', phoneTail: '' }]);
  const url = 'http://127.0.0.1:9/messages';
  await setRelay(workspace, { accountId, url, callbackUrl: '', token: 'a token of some length' });
  const trace = { AcceptTime: '2026-01-01 09:00:00', AcceptStation: '已揽收', Location: '', Action: '1' };
  const data = { ShipperCode: 'YTO', LogisticCode: waybillNo, Success: true, StateEx: '1', Traces: [trace] };
  for (const key of [secret, 'of somebody else']) {
    const body = kdniaoPush('102', { EBusinessID: merchantId, PushTime: '', Count: 1, Data: [data] }, key);
    await takePush(workspace, { accountId, body, channel: 'relay' });
    await workspace.clock.advance(60_000);
  }
  const listed = await runCommand(workspace, commandNamed('track relay list'), []);
  if (!listed.ok) throw new Error(listed.code);
  const { human } = listed.value;
  expect(human.slice(1)).toEqual([
    'The last messages:',
    expect.stringMatching(
      /一号店 {2}The signature of a pushed message is wrong; it was refused and nothing was changed\.$/,
    ),
    expect.stringMatching(/一号店 {2}1 parcel updated, 0 older or not followed$/),
  ]);
});
