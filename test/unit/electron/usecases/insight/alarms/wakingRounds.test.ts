import { afterEach, beforeEach, expect, it } from 'vitest';
import { nothingFails } from '../../../../../../electron/usecases/backups/plan.ts';
import { AlarmRound } from '../../../../../../electron/usecases/insight/alarms/alarmRound.ts';
import { readOpenAlarms } from '../../../../../../electron/usecases/insight/alarms/readAlarms.ts';
import { WakingRounds } from '../../../../../../electron/usecases/insight/alarms/wakingRounds.ts';
import { followNumbers } from '../../../../../../electron/usecases/tracking/follow/followNumbers.ts';
import { hourMs, minuteMs } from '../../../../../../shared/rules/shopTime.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../../doubles/workspace/sampleCall.ts';

let workspace: TestWorkspace;
let rounds: WakingRounds;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  const backups = { ...nothingFails, makingSince: workspace.clock.now() };
  const begin = () => new AlarmRound(workspace, () => ({ printerStates: new Map(), backups }));
  rounds = new WakingRounds(workspace.clock, begin);
});
afterEach(() => workspace.close());

async function awake(minutes: number) {
  for (let half = 0; half < minutes * 2; half++) {
    await workspace.clock.advance(minuteMs / 2);
    await rounds.round();
  }
  return (await readOpenAlarms(workspace)).map(({ kind }) => kind);
}

it('a computer that slept over the weekend raises nothing about the parcels and backups of these days', async () => {
  const { id: accountId } = await testAccount(workspace);
  await followNumbers(workspace, [{ waybillNo: 'YT8962646785389', carrier: 'YTO', phoneTail: '' }]);
  await workspace.store.write((write) => write.settings.put('lastBackupAt', workspace.clock.now()));
  await awake(5);
  await workspace.clock.advance(62 * hourMs);
  // The first questions find no network yet.
  await workspace.store.write(async (write) => {
    for (const no of [1, 2, 3])
      await write.calls.insert(
        sampleCall(no, {
          at: workspace.clock.now(),
          accountId,
          errorCode: 'NETWORK_DNS',
          certainty: 'did-not-happen',
        }),
      );
  });
  expect(await awake(1)).toEqual([]);
  await workspace.store.write((write) =>
    write.calls.insert(
      sampleCall(4, { at: workspace.clock.now(), accountId, errorCode: '', interfaceName: 'track' }),
    ),
  );
  await workspace.store.write((write) => write.settings.put('lastBackupAt', workspace.clock.now()));
  expect(await awake(60)).toEqual([]);
});

it('what goes on being wrong after it woke is an alarm within two and a half minutes', async () => {
  const { id: accountId } = await testAccount(workspace);
  await awake(5);
  await workspace.clock.advance(10 * hourMs);
  await workspace.store.write((write) =>
    write.calls.insert(
      sampleCall(1, {
        at: workspace.clock.now(),
        accountId,
        errorCode: 'CARRIER_ARREARS',
        certainty: 'did-not-happen',
      }),
    ),
  );
  expect(await awake(2)).toEqual([]);
  expect(await awake(0.5)).toEqual(['arrears']);
});

it('a round that waits long for a mail server is no sleep', async () => {
  let begun = 0;
  const slow = new WakingRounds(workspace.clock, () => {
    begun += 1;
    return { round: () => workspace.clock.advance(10 * minuteMs) };
  });
  for (let no = 0; no < 3; no++) {
    await workspace.clock.advance(minuteMs / 2);
    await slow.round();
  }
  expect(begun).toBe(1);
});
