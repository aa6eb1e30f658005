import { expect, test } from 'vitest';
import { jobFailure } from '../../../../../renderer/screens/printing/jobWords.ts';

const job = { errorCode: 'PRINTER_UNREACHABLE', orderNo: '1001', errorParams: {} };

test('the words of a failure name what the ledger keeps of it, and the order', () => {
  const errorParams = { host: '192.168.1.50', port: 9101, cause: 'ECONNREFUSED' };
  expect(jobFailure({ ...job, errorParams }).params).toEqual({ orderNo: '1001', ...errorParams });
});

test('a failure the ledger knows nothing of names the order', () => {
  expect(jobFailure(job)).toEqual({ code: 'PRINTER_UNREACHABLE', params: { orderNo: '1001' } });
});
