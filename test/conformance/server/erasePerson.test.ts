import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { practicePlatform } from '../../../electron/carriers/practice/practicePlatform.ts';
import { importOrders } from '../../../electron/usecases/intake/importOrders.ts';
import { erasePerson } from '../../../electron/usecases/retention/erasePerson.ts';
import { findPerson } from '../../../electron/usecases/retention/person.ts';
import { createBookKeys, newBookKeys } from '../../../electron/vault/bookKeys.ts';
import { createTextSeal } from '../../../electron/vault/sealedText.ts';
import { openSharedBook } from '../sharedBook.ts';

const place = inject('server');
const asked = { phone: '139 1234 5678', reason: '本人来电要求删除' };
const kinds = [
  ['in plain', undefined],
  ['sealed', createTextSeal(createBookKeys(newBookKeys()))],
] as const;

const lines = [
  '订单号,收货人,手机,省,市,区,详细地址,卖家备注,商品名称,数量',
  'A-1,欧阳晓岚,13912345678,广东省,深圳市,南山区,丹溪路81号永乐苑7栋1203室,,保温杯,1',
  'A-2,欧阳晓岚,13912345678,广东省,深圳市,南山区,丹溪路81号永乐苑7栋1203室,,保温杯,1',
  'A-3,慕容秋雨,15898765432,广东省,深圳市,南山区,丹溪路82号,不在打 139 1234 5678,保温杯,1',
];

describe.skipIf(place === null)('a book on a server, several benches', { timeout: 180_000 }, () => {
  it.each(kinds)('%s: a person erased at one bench is gone at the other', async (_, seal) => {
    if (place === null) return;
    const book = await openSharedBook(place, seal);
    const parts = { isPractice: true, platforms: [practicePlatform] };
    const [one, other] = [await book.join('one', parts), await book.join('two', parts)];
    const path = join(one.folder, 'in.csv');
    writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`);
    expect(await importOrders(one, { path, minConfidence: 0.1, isDryRun: false })).toMatchObject({
      value: { imported: 3 },
    });
    for (const orderNo of ['A-1', 'A-3']) {
      const order = await one.store.read.orders.byOrderNo(orderNo);
      if (order !== undefined)
        await one.store.write((write) => write.orders.move(order, 'cancelled', { holdNote: '' }));
    }
    expect(await findPerson(other, asked)).toMatchObject({
      value: { total: 2, free: 1, named: 1, isOnServer: true },
    });
    expect(await erasePerson(one, asked)).toMatchObject({
      value: { erased: 1, changed: 1, left: { total: 1, named: 0 } },
    });
    expect(await other.store.read.orders.byOrderNo('A-1')).toMatchObject({
      receiverName: '欧**',
      receiverPhone: '',
      detail: '',
    });
    expect((await other.store.read.orders.byOrderNo('A-3'))?.sellerRemark).toContain('139****5678');
    expect((await other.store.read.orders.byOrderNo('A-2'))?.receiverPhone).toBe('13912345678');
    await book.close();
  });
});
