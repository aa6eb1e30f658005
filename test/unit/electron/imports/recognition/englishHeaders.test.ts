import { describe, expect, it } from 'vitest';
import type { FileRecognition } from '../../../../../electron/imports/kit/orderDraft.ts';
import {
  type RecognitionOptions,
  recogniseTable,
} from '../../../../../electron/imports/recognition/recogniseTable.ts';
import { memoryTable } from '../../../../doubles/files/memoryTable.ts';

async function recognise(
  rows: readonly (readonly string[])[],
  options: RecognitionOptions = {},
): Promise<FileRecognition> {
  const outcome = await recogniseTable(memoryTable(rows), options);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

function fields(recognition: FileRecognition): (string | null)[] {
  return recognition.mapping.map((column) => column.field);
}

const person = ['赵样例', '13800000001', '广东省深圳市南山区样板路1号'];

describe('an order table with English headers', () => {
  it.each([
    ['order_no', 'name', 'phone', 'address', 'goods'],
    ['order-no', 'receiver-name', 'receiver-phone', 'receiver-address', 'goods-name'],
    ['orderNo', 'receiverName', 'receiverMobile', 'fullAddress', 'goodsName'],
    ['Order No.', 'Recipient', 'Contact Number', 'Address', 'Item'],
  ])('keeps the order numbers of an English list headed %s, %s, %s, %s, %s', async (...headers) => {
    const found = await recognise([headers, ['EN1', ...person, '杯子'], ['EN2', ...person, '杯子']]);
    expect(fields(found)).toEqual(['orderNo', 'receiverName', 'receiverPhone', 'fullAddress', 'goodsName']);
  });

  it.each([
    [['province', 'city', 'district', 'detail']],
    [['receiver_province', 'receiver_city', 'receiver_district', 'detail_address']],
    [['province', 'city', 'county', 'street address']],
  ])('reads the parts of an address headed %j', async (parts) => {
    const found = await recognise([
      ['order_id', 'name', 'mobile', ...parts],
      ['EN1', '赵样例', '13800000001', '广东省', '深圳市', '南山区', '样板路1号'],
    ]);
    expect(fields(found).slice(3)).toEqual(['province', 'city', 'district', 'addressDetail']);
  });

  it('takes a sender and other numbers of an English list for nothing of the receiver', async () => {
    const headers = [
      'order_no',
      'sub_order_no',
      'receiver_name',
      'phone',
      'address',
      'sender_name',
      'sender_mobile',
    ];
    const found = await recognise([headers, ['EN1', 'EN1-1', ...person, '店', '13900000000']]);
    expect(fields(found)).toEqual([
      'orderNo',
      'subOrderNo',
      'receiverName',
      'receiverPhone',
      'fullAddress',
      'senderName',
      'senderPhone',
    ]);
  });
});
