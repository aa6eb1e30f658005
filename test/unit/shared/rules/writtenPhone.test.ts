import { describe, expect, it } from 'vitest';
import { receiverLack } from '../../../../shared/rules/receiverLack.ts';
import { isBrokenPhone, writtenPhone } from '../../../../shared/rules/writtenPhone.ts';

describe('what stood in place of a phone', () => {
  it.each([
    ['1381234567', '1381234567'],
    ['1381234567 家里', '1381234567'],
    ['138 1234 567', '138 1234 567'],
    ['0755-266', '0755-266'],
    ['75526612345', '0755-26612345'],
    ['755-26612345', '0755-26612345'],
    ['1061234567', '010-61234567'],
    ['2154321234', '021-54321234'],
    ['5376612345', '0537-6612345'],
    // A mobile with another first digit: no local number begins so.
    ['73812345678', '73812345678'],
    ['放门口', ''],
    ['', ''],
  ])('of “%s” the field holds “%s”', (leftover, field) => {
    expect(writtenPhone(leftover)).toBe(field);
  });
});

it.each(['1381234567', '138123456789', '1234', '138-1234-567', 'abc'])('%s reaches nobody', (phone) => {
  expect(isBrokenPhone(phone)).toBe(true);
});

it.each([
  '13812345678',
  '138 1234 5678',
  '0755-26612345',
  '400-617-1205',
  '95533',
  '61234567',
  '+1 415 555 0100',
  '+44 1632 960000',
  '8613812345678',
])('%s may be a phone', (phone) => {
  expect(isBrokenPhone(phone)).toBe(false);
});

it('a receiver with a digit missing is not confirmed, and the field is named', () => {
  const receiver = { name: '张三', phone: '1381234567', province: '江苏省', detail: '中山路1号' };
  expect(receiverLack(receiver)).toEqual({ kind: 'broken', fields: ['phone'] });
  expect(receiverLack({ ...receiver, phone: '13812345678' })).toBeNull();
  expect(receiverLack({ ...receiver, phone: '138****5678' })).toMatchObject({ kind: 'masked' });
});
