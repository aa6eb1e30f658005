import { expect, test } from 'vitest';
import {
  childNumbers,
  isWaybillNo,
  nonEmpty,
  numberFault,
} from '../../../../../electron/carriers/kit/bookingReply.ts';
import { formText, ownEndpoint, settleRepeat } from '../../../../../electron/carriers/kit/exchange.ts';
import { didNotHappen, happened, unknownOutcome } from '../../../../../shared/errors/outcome.ts';

const request = { orderCode: 'T1' };

test('only a reply with the order’s own code and a number of the right form is a booking', () => {
  expect(numberFault(request, { orderCode: 'T1', waybillNo: 'SF1234567' }, 6)).toBeNull();
  expect(numberFault(request, { orderCode: '', waybillNo: 'SF1234567' }, 6)).toBeNull();
  expect(numberFault(request, { orderCode: 'T2', waybillNo: 'SF1234567' }, 6)).toMatchObject({
    code: 'CARRIER_WRONG_REPLY',
    certainty: 'unknown',
  });
  for (const waybillNo of ['', 'SF1', 'SF 1234567', 'SF1234567\n', '9'.repeat(31), 'undefined'])
    expect(numberFault(request, { orderCode: 'T1', waybillNo }, 6)).toMatchObject({
      code: 'CARRIER_BAD_REPLY',
      certainty: 'unknown',
    });
  const missing = unknownOutcome('CARRIER_MANUAL_REVIEW');
  expect(numberFault(request, { orderCode: 'T1', waybillNo: '' }, 6, missing)).toEqual(missing);
});

test('each child is printed once, and never the parent again', () => {
  expect(childNumbers(['JD1-1', 'JD1-2', 'JD1-1', 'JD1', '?', ''], 'JD1', 4)).toEqual(['JD1-1', 'JD1-2']);
  expect([isWaybillNo('1234', 4), isWaybillNo('1234', 6), isWaybillNo('null', 4)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('zeros where a number is to stand are no number: no label is printed for them', () => {
  expect(isWaybillNo('000000000000', 4)).toBe(false);
  expect(isWaybillNo('YT0000000000000', 4)).toBe(false);
  expect(isWaybillNo('YT0000000000001', 4)).toBe(true);
  expect(numberFault(request, { orderCode: 'T1', waybillNo: '000000000000' }, 4)).toMatchObject({
    certainty: 'unknown',
  });
});

test('an empty text is not told', () => {
  expect(nonEmpty({ a: '', b: 'x' })).toEqual({ b: 'x' });
});

test('a repeat proves only a refusal of the content', () => {
  expect(settleRepeat(happened(1))).toEqual(happened(1));
  const refused = (reason: string) => didNotHappen('CARRIER_REFUSED', { reason });
  for (const reason of ['收件地址超出派送范围', '收件人电话错误', '该物品为违禁品', '收件地址不存在'])
    expect(settleRepeat(refused(reason))).toEqual(refused(reason));
  const field = didNotHappen('CARRIER_FIELD', { reason: '101' });
  expect(settleRepeat(field)).toEqual(field);
  for (const code of ['CARRIER_CREDENTIALS', 'CARRIER_BALANCE', 'NETWORK_REFUSED'] as const)
    expect(settleRepeat(didNotHappen(code, { reason: 'x', host: 'h' }))).toMatchObject({
      code,
      certainty: 'unknown',
    });
});

test('a sentence nobody knows proves nothing of the first try: it may say that the order is there', () => {
  const sentences = [
    '下单失败',
    '该单正在受理',
    '收件人信息已提交，请勿再次提交',
    'order exists',
    '请联系客服',
    '',
  ];
  for (const reason of sentences)
    expect(settleRepeat(didNotHappen('CARRIER_REFUSED', { reason }))).toMatchObject({
      code: 'CARRIER_REFUSED',
      certainty: 'unknown',
    });
});

test('a form is written as it is signed, and a bare host gets the usual path', () => {
  expect(formText({ a: '1 +', b: '中' })).toBe('a=1%20%2B&b=%E4%B8%AD');
  expect(ownEndpoint(' http://127.0.0.1:9/ ', '/p')).toBe('http://127.0.0.1:9/p');
  expect(ownEndpoint('http://127.0.0.1:9/gateway', '/p')).toBe('http://127.0.0.1:9/gateway');
});
