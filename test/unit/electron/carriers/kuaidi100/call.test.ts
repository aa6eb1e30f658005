import { describe, expect, it } from 'vitest';
import { signLabel, signPush, signQuery } from '../../../../../electron/carriers/kuaidi100/sign.ts';

/** Computed with another implementation; the vendor publishes no vector that names its key. */
describe('signing for Kuaidi100', () => {
  const key = 'KEY0000000000000';

  it('signs a query with key and customer', () => {
    const param =
      '{"com":"yuantong","num":"YT0000000000000","phone":"","resultv2":"4","show":"0","order":"desc"}';
    expect(signQuery(param, key, 'CUSTOMER00000000000000000000000')).toBe('3BF588942C302A5D763729B9E378E9B6');
  });

  it('signs a label call with time, key and secret, Chinese text as UTF-8', () => {
    const param = '{"kuaidicom":"zhongtong","recMan":{"name":"李四","mobile":"13800000000"},"count":1}';
    expect(signLabel(param, '1767225600000', key, 'SECRET0000000000')).toBe(
      'EB5BE62C0F0831F791926F3DA81F4448',
    );
  });

  it('signs what is pushed with the salt, an empty one too', () => {
    const param = '{"status":"polling","lastResult":{"nu":"YT0000000000000","com":"yuantong","state":"0"}}';
    expect(signPush(param, 'salt123')).toBe('1B005991A2C9D30D30E1867F1D81A1BC');
    expect(signPush(param, '')).toMatch(/^[0-9A-F]{32}$/);
  });
});
