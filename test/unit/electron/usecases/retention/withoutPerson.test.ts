import { expect, it } from 'vitest';
import {
  bookingRequestWithout,
  bookingWithout,
  labelWithout,
  orderWithout,
} from '../../../../../electron/usecases/retention/withoutPerson.ts';
import { plainLabel } from '../../../../doubles/printers/standardLabels.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const person = { name: '欧阳晓岚', phone: '13912345678', detail: '丹溪路81号永乐苑7栋1203室' };
const said = `${person.name} ${person.phone} ${person.detail}`;
const order = sampleOrder(1, {
  receiverName: person.name,
  receiverPhone: person.phone,
  detail: person.detail,
  saleJson: JSON.stringify({ oaid: 'OAID-OF-THE-BUYER', warehouse: '华东仓', amountFen: 9_900 }),
});

/** Whoever it is about, by any of these. */
function expectNobody(text: string): void {
  for (const part of [...Object.values(person), 'OAID-OF-THE-BUYER']) expect(text, part).not.toContain(part);
}

it('an order keeps no sign by which its platform knows the buyer, and none that leads to their other orders', () => {
  const kept = orderWithout(order);
  expectNobody(JSON.stringify(kept));
  expect(JSON.parse(kept.saleJson ?? '')).toEqual({ warehouse: '华东仓', amountFen: 9_900 });
  // Equal addresses have equal keys.
  expect(kept.addressKey).toBe(order.id);
});

it('a booking keeps its numbers and codes, not the label that was drawn for one receiver', () => {
  const booking = {
    waybillNo: '73610555580001',
    sortCode: '310-02',
    packageCode: 'P1',
    packageName: '杭州转运',
    originName: '杭州',
    destinationName: '深圳',
    platformRef: 'K1',
    templateHtml: `<p>${said}</p>`,
    childTemplateHtmls: [`<p>${said}</p>`],
    routeQrText: `MMM=${said}`,
    whatALaterVersionKeeps: said,
  };
  const kept = bookingWithout(JSON.stringify(booking)) ?? '';
  expectNobody(kept);
  expect(JSON.parse(kept)).toMatchObject({
    waybillNo: '73610555580001',
    sortCode: '310-02',
    platformRef: 'K1',
    templateHtml: '',
  });
});

it('a label keeps its number, not whom it was for nor what was noted on it', () => {
  const label = {
    ...plainLabel,
    receiver: { ...plainLabel.receiver, name: person.name, phone: person.phone, detail: person.detail },
    goods: [{ ...plainLabel.goods[0], name: `茶叶 ${said}`, quantity: 1 }],
    remark: said,
  };
  const kept = labelWithout(order, JSON.stringify(label));
  expectNobody(kept);
  expect(JSON.parse(kept)).toMatchObject({ waybillNo: plainLabel.waybillNo, remark: '' });
});

it('what was asked of a platform keeps weights and codes, and nothing that a later version adds', () => {
  const party = {
    province: '广东省',
    city: '深圳市',
    district: '南山区',
    town: '',
    extension: '',
    ...person,
  };
  const request = {
    orderCode: 'C1',
    carrier: 'ZTO',
    sender: party,
    receiver: party,
    goods: [{ name: `茶叶 ${said}`, quantity: 1 }],
    weightGrams: 800,
    parcelCount: 1,
    codAmountFen: 0,
    insuredValueFen: 0,
    remark: said,
    whatALaterVersionKeeps: said,
  };
  const kept = bookingRequestWithout(order, JSON.stringify(request));
  expectNobody(kept);
  expect(JSON.parse(kept)).toMatchObject({ orderCode: 'C1', carrier: 'ZTO', weightGrams: 800, remark: '' });
});
