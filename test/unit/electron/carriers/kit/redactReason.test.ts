import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  accountTexts,
  personalTexts,
  redactReason,
} from '../../../../../electron/carriers/kit/redactReason.ts';
import { sampleAccount, sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

describe('the text of a platform, before a person or a log sees it', () => {
  it('hides names, addresses and keys that we sent', () => {
    const text = redactReason('收件人李四光（科技园南路1号）不在派送范围', ['李四光', '科技园南路1号']);
    expect(text).toBe('收件人***（***）不在派送范围');
  });

  it.each([
    '13800138000',
    '138-0013-8000',
    '138 0013 8000',
    '１３８００１３８０００',
    '0571-88886666',
    '(0571)88886666',
  ])('hides the number %s', (number) => {
    expect(redactReason(`电话${number}错误`, [])).not.toMatch(/[0-9０-９]{3}/u);
  });

  it('keeps short figures, which tell the reason', () => {
    expect(redactReason('重量超过 30 公斤，错误码 105', [])).toBe('重量超过 30 公斤，错误码 105');
  });

  it('fits on one line of at most 80 characters', () => {
    expect(redactReason(`一\r\n二\u202E三${'长'.repeat(200)}`, [])).toHaveLength(80);
    expect(redactReason('一\r\n二\u202E三', [])).toBe('一 二 三');
  });

  it('never lets a hidden text through, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('李四光', 'K3y+secret.*', '科技园\\1号'),
        (a, b, secret) => {
          expect(redactReason(a + secret + b, [secret])).not.toContain(secret);
        },
      ),
      { seed: 7 },
    );
  });
});

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
