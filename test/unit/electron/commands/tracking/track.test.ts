import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { happened } from '../../../../../shared/errors/outcome.ts';
import { scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

const trackCommand = commandNamed('track');

let workspace: TestWorkspace;
let asked: { readonly waybillNo: string; readonly carrier: string | null }[];

beforeEach(async () => {
  asked = [];
  const platform = {
    ...scriptedPlatform(),
    track: async ({ waybillNo, carrier }: (typeof asked)[number]) => {
      asked.push({ waybillNo, carrier });
      return happened({
        waybillNo,
        carrier: carrier ?? '',
        state: 'none' as const,
        exception: '' as const,
        events: [],
      });
    },
  };
  workspace = await openTestWorkspace({ platforms: [platform] });
  await testAccount(workspace, { platform: 'scripted' });
});
afterEach(() => workspace.close());

const track = (...words: string[]) => runCommand(workspace, trackCommand, words);

describe('track of a number from elsewhere', () => {
  it('asks with the carrier as people write it, and with the number as carriers print it', async () => {
    expect(await track(' sf1385628716739', '--carrier', '顺丰')).toMatchObject({ ok: true });
    expect(asked).toEqual([{ waybillNo: 'SF1385628716739', carrier: 'SF' }]);
  });

  it('takes a carrier that is told later, in place of the one it did not recognise', async () => {
    await track('73610555582883');
    await track('73610555582883', '--carrier', 'zto');
    expect(asked.map(({ carrier }) => carrier)).toEqual([null, 'ZTO']);
  });

  it('keeps the carrier we booked with', async () => {
    const now = workspace.clock.now();
    await track('73610555582883', '--carrier', 'ZTO');
    await workspace.store.write((write) =>
      write.tracking.update('73610555582883', { orderId: 'order', nextDueAt: now }),
    );
    await track('73610555582883', '--carrier', 'YTO');
    expect(asked.at(-1)?.carrier).toBe('ZTO');
  });

  it.each(['运单号', '../../etc', '123', '7'.repeat(36)])('refuses %s and asks nobody', async (waybillNo) => {
    expect(await track(waybillNo)).toMatchObject({ ok: false, code: 'WAYBILL_INVALID' });
    expect(asked).toEqual([]);
  });
});
