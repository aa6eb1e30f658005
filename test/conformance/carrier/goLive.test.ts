import { expect, test } from 'vitest';
import { runGoLive } from '../../../electron/usecases/booking/goLive/runGoLive.ts';
import { openTestWorkspace, testAccount } from '../../doubles/workspace/openTestWorkspace.ts';
import { harnesses } from './harnesses.ts';

test.each(harnesses)(
  '$platformId passes the small-order test in all of its steps, tracking included',
  async (harness) => {
    const bench = await harness.open();
    const workspace = await openTestWorkspace();
    const { merchantId, secret, endpoint, fields } = bench.account;
    const account = await testAccount(workspace, {
      platform: harness.platformId,
      name: 'to go live',
      merchantId: 'real-merchant',
      secret: 'real-secret',
      endpoint: null,
      fields: { ...fields },
    });
    const tested = await runGoLive(workspace, {
      accountId: account.id,
      testMerchantId: merchantId,
      testSecret: secret,
      testEndpoint: endpoint ?? '',
      carrier: harness.carrier,
      printerUri: null,
    });
    await workspace.close();
    await bench.close();
    expect(tested).toMatchObject({ ok: true });
    const steps = tested.ok ? tested.value.steps.map(({ step, state }) => `${step} ${state}`) : [];
    expect(steps).toEqual([
      'signature passed',
      'create passed',
      'query passed',
      'print passed',
      'track passed',
      'cancel passed',
    ]);
  },
);
