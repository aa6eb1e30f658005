import { textOf, type WireObject } from './platformDouble.ts';

/** The rules of SF's order service as its overview states them, written without looking at our connector. */

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

const knownProducts = [1, 2, 263];

/** Why EXP_RECE_CREATE_ORDER refuses, null when it books. */
export function orderRefusal(data: WireObject): Refusal | null {
  if (textOf(data.orderId) === '') return { code: 'S0002', message: '必填参数 orderId 为空' };
  if (textOf(data.orderId).length > 64) return { code: 'S0006', message: 'orderId 超长' };
  const contacts = (data.contactInfoList ?? []) as WireObject[];
  const [sender, receiver] = [1, 2].map((type) => contacts.find(({ contactType }) => contactType === type));
  for (const [contact, codes] of [
    [sender, ['1010', '1011', '1012']],
    [receiver, ['1014', '1015', '1016']],
  ] as const) {
    if (textOf(contact?.address) === '') return { code: codes[0], message: '地址不能为空' };
    if (textOf(contact?.contact) === '') return { code: codes[1], message: '联系人不能为空' };
    if (textOf(contact?.tel) === '' && textOf(contact?.mobile) === '')
      return { code: codes[2], message: '电话不能为空' };
  }
  const card = textOf(data.monthlyCard);
  if (card !== '' && !/^\d{10}$/.test(card)) return { code: '6126', message: '月结卡号不合法' };
  if (!knownProducts.includes(Number(data.expressTypeId)))
    return { code: '8057', message: '快件产品类别错误' };
  if (![1, 2, 3].includes(Number(data.payMethod))) return { code: 'S0006', message: 'payMethod 错误' };
  if (!Number.isInteger(data.parcelQty) || Number(data.parcelQty) < 1)
    return { code: 'S0006', message: 'parcelQty 错误' };
  if (Number(data.parcelQty) > 307) return { code: '8067', message: '超过最大能申请子单号数量' };
  const goods = (data.cargoDetails ?? []) as WireObject[];
  if (goods.length === 0) return { code: '1017', message: '托寄物不能为空' };
  if (goods.some(({ name }) => /烟花|爆竹/.test(textOf(name))))
    return { code: '20035', message: '托寄物为禁寄品' };
  return null;
}

/** SF takes the order and says with `filterResult` 3 that it does not go there. */
export function isOutOfRange(contacts: readonly WireObject[]): boolean {
  return contacts.some(({ address }) => /永兴岛/.test(textOf(address)));
}
