import { expect, test } from 'vitest';
import { accountTexts, personalTexts } from '../../../../../electron/carriers/kit/hiddenTexts.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

test('everything of a booking that names a person, a place or an account is hidden', () => {
  const request = sampleBooking({
    remark: '放门口找王姐',
    returnReceipt: { requirement: '签字并盖章' },
    services: [{ name: 'COD', value: '100.00', customerId: '7551234567' }],
    carrierFields: { ThrOrderCode: '286543210987', TransType: '1' },
  });
  const hidden = personalTexts(request);
  for (const text of ['李四光', '13800138000', '放门口找王姐', '签字并盖章', '7551234567', '286543210987'])
    expect(hidden).toContain(text);
  // A code of one digit would blank out half of every sentence.
  expect(hidden).not.toContain('1');
});

test('the secret and the fields of an account are hidden, short codes are not', () => {
  const account = sampleAccount({ fields: { CustomerPwd: 'geheim', PayType: '3' } });
  expect(accountTexts(account)).toEqual([account.secret, 'geheim']);
});
