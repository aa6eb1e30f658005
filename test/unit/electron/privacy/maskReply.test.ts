import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { maskParams, maskReply } from '../../../../electron/privacy/maskReply.ts';
import { open, outputText, personal, secret } from '../../../../shared/domain/fields.ts';

const party = z.object({
  name: personal('name'),
  phone: personal('phone'),
  detail: personal('detail'),
  city: open(z.string()),
});
const person = { name: '欧阳娜娜', phone: '13912345678', detail: '样板路77号3单元501室', city: '深圳市' };
const isClear = (value: unknown) => /娜娜|1234|501/.test(JSON.stringify(value));

describe('masking replies', () => {
  it('hides names, phones and units wherever they stand, and nothing else', () => {
    const schema = z.object({
      one: party,
      many: z.array(party),
      maybe: party.nullable(),
      perhaps: party.optional(),
      byKey: z.record(z.string(), party),
      either: z.union([z.object({ count: open(z.number()) }), party]),
      no: outputText(40),
    });
    const value = {
      one: person,
      many: [person, person],
      maybe: person,
      perhaps: person,
      byKey: { a: person },
      either: person,
      no: 'X1',
    };
    const masked = maskReply(schema, value) as typeof value;
    expect(isClear(masked)).toBe(false);
    expect(masked.no).toBe('X1');
    expect(masked.one.city).toBe('深圳市');
    expect(masked.one.phone).toBe('139****5678');
    expect(maskReply(schema.shape.maybe, null)).toBeNull();
  });

  it('hides free text about a person whole', () => {
    expect(maskReply(personal('text'), '欧阳娜娜 13912345678')).toBe('***');
    expect(maskReply(personal('text'), '')).toBe('');
  });

  it('leaves the number of a list whole in a sentence, which holds a date and no phone', () => {
    const params = { handoverNo: 'H20261201-ZTO-1', listNo: 'PL20261201-12', name: '13912345678' };
    expect(maskParams(params)).toEqual({ ...params, name: '***' });
  });

  it('lets no field out that the contract does not name', () => {
    expect(maskReply(z.object({ a: open(z.string()) }), { a: '1', name: '欧阳娜娜' })).toEqual({ a: '1' });
  });

  it('refuses to let a secret out', () => {
    expect(() => maskReply(z.object({ key: secret(10) }), { key: 'x' })).toThrow('secret');
  });
});
