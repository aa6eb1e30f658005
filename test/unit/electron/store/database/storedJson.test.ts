import { expect, it } from 'vitest';
import { z } from 'zod';
import { bookingRequestJson, paperCopiesJson } from '../../../../../electron/store/booking/bookingJson.ts';
import { errorParamsOf, storedJson } from '../../../../../electron/store/database/storedJson.ts';
import { ifReadable } from '../../../../../shared/errors/outcome.ts';
import { sampleBooking } from '../../../../doubles/workspace/sampleBooking.ts';

const codec = storedJson('goods_json', z.array(z.object({ name: z.string() })));

it('reads what it wrote', () => {
  const value = [{ name: '样品' }];
  expect(codec.read(codec.write(value))).toEqual(value);
});

it.each(['', '{"cut', 'null', '{}', '[{"name":7}]'])('names a record that holds %s', async (text) => {
  expect(() => codec.read(text)).toThrow('goods_json');
  expect(await ifReadable(async () => codec.read(text))).toEqual({
    ok: false,
    code: 'RECORD_UNREADABLE',
    params: { record: 'goods_json' },
  });
  expect(codec.readOr(text, null)).toBeNull();
  expect(errorParamsOf(text)).toEqual({});
});

it('gives a frozen request as it was frozen, also what this version does not know of it', () => {
  const frozen = { ...sampleBooking({ carrierFields: { B: '2', A: '1' } }), fromLater: [1] };
  expect(JSON.stringify(bookingRequestJson.read(JSON.stringify(frozen)).carrierFields)).toBe(
    '{"B":"2","A":"1"}',
  );
  expect(bookingRequestJson.read(JSON.stringify(frozen))).toEqual(frozen);
  const { parcelCount: _one, ...earlier } = frozen;
  expect(bookingRequestJson.read(JSON.stringify(earlier)).parcelCount).toBe(1);
});

it('takes a bare number for a copy of the only label there was', () => {
  expect(paperCopiesJson.read('[2,{"parcelNo":3,"copyNo":1}]')).toEqual([
    { parcelNo: 1, copyNo: 2 },
    { parcelNo: 3, copyNo: 1 },
  ]);
});
