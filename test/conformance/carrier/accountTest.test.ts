import { describe, expect, it } from 'vitest';
import { findPlatform } from '../../../electron/carriers/index.ts';
import type { CarrierPlatform, PlatformPorts } from '../../../electron/carriers/kit/carrierPlatform.ts';
import { happened } from '../../../shared/errors/outcome.ts';
import { harnesses } from './harnesses.ts';

const inSf = (result: unknown, more: object = {}) => ({
  apiResultCode: 'A1000',
  apiErrorMsg: '',
  apiResultData: JSON.stringify(result),
  ...more,
});

/** What a proxy, a sign-in page, a health check, another service or a wrong path may answer. */
const notThePlatform: readonly unknown[] = [
  {},
  { ok: true },
  { success: true },
  { success: 'true', code: 200 },
  { success: true, code: 200, data: {} },
  { success: false, code: 30009 },
  { result: true, returnCode: '200', message: 'OK' },
  { code: 400 },
  { code: 0, msg: 'success', data: [] },
  { Success: true },
  { Success: 'true', ResultCode: '100', Reason: '成功' },
  { Success: true, Code: '100', Shippers: [] },
  { Success: true, Code: '100', EBusinessID: 'somebody-else', LogisticCode: '3967950525457', Shippers: [] },
  { Success: false, Reason: '' },
  { apiResultCode: 'A1000' },
  { apiResultCode: 'A1000', apiResultData: '{}' },
  inSf({ success: true, errorCode: 'S0000', msgData: {} }),
  inSf({ success: false, errorCode: '6150', errorMsg: '' }),
  inSf({ success: true, errorCode: 'S0000', msgData: { orderId: 'other' } }, { apiResponseID: '0001' }),
  [],
  [{ comCode: 'zhongtong' }],
  null,
  true,
  'OK',
  '',
  '<!doctype html><html><body>请登录网络</body></html>',
  '{"Success":true',
  'jsonp({"Success":true})',
];

const answering = (body: unknown): Pick<PlatformPorts, 'http'> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    http: { send: async () => happened({ status: 200, headers: {}, body: Buffer.from(text) }) },
  };
};

const platformOf = (harness: (typeof harnesses)[number]) =>
  findPlatform(harness.platformId) as CarrierPlatform;

describe('the account test', () => {
  it.each(harnesses)('of $platformId proves a good account', async (harness) => {
    const bench = await harness.open();
    expect(await platformOf(harness).test(bench.account, bench.ports)).toMatchObject({ ok: true });
    await bench.close();
  });

  // A platform inside the program has nobody who could answer in its place.
  it.each(harnesses.filter((harness) => !platformOf(harness).manifest.isEmbedded))(
    'of $platformId believes nothing that is not the platform’s own answer to what was asked',
    async (harness) => {
      const bench = await harness.open();
      const believed: unknown[] = [];
      for (const body of notThePlatform) {
        const tested = await platformOf(harness).test(bench.account, { ...bench.ports, ...answering(body) });
        if (tested.ok) believed.push(body);
        else expect(tested.certainty).toBe('did-not-happen');
      }
      await bench.close();
      expect(believed).toEqual([]);
    },
  );
});
