import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sign } from '../../../../../electron/carriers/sf/sign.ts';

describe("signing for SF's open platform", () => {
  it("agrees with the vendor's documented sample", () => {
    const msgData = '{"language":"zh-CN","orderId":"QIAO-20200618-004"}';
    expect(sign(msgData, '12312334453453', 'fjcg5PGKaNpPSHFAZ4QsCOkV71R3zVci')).toBe(
      'IIKJtuLVzoFTu4kHI8M8vA==',
    );
  });

  it('encodes Chinese, space, star, tilde and plus as Java does', () => {
    expect(sign('中 *~+', '1', 'test')).toBe('enEGxDrktGqdJiLR3VtTkA==');
  });

  it('signs without encoding for accounts set so', () => {
    expect(sign('abc', '1', 'k', 'plain')).toBe(sign('abc', '1', 'k'));
    expect(sign('a c', '1', 'k', 'plain')).not.toBe(sign('a c', '1', 'k'));
  });

  it('encodes every text as a form would, which is what Java does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const asForm = new URLSearchParams({ x: text }).toString().slice(2);
        expect(sign(text, '', '')).toBe(sign(asForm, '', '', 'plain'));
      }),
    );
  });
});
