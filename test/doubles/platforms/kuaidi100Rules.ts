import { textOf, type WireObject } from './platformDouble.ts';

/** The rules of Kuaidi100's label interface as its pages state them, written without looking at our connector. */

export interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** An excerpt of the vendor's list of carriers, which it wants in lower case. */
export const knownCarriers = [
  'shunfeng',
  'zhongtong',
  'yuantong',
  'shentong',
  'yunda',
  'jtexpress',
  'jd',
  'ems',
  'debangkuaidi',
  'youzhengguonei',
];

const payTypes = ['SHIPPER', 'CONSIGNEE', 'MONTHLY', 'THIRDPARTY'];

/** Why method `order` refuses, null when it books. */
export function orderRefusal(data: WireObject): Refusal | null {
  const bad = (message: string): Refusal => ({ code: 30001, message });
  if (!knownCarriers.includes(textOf(data.kuaidicom))) return bad('快递公司编码错误[kuaidicom]');
  if (textOf(data.partnerId) === '') return bad('缺少参数[partnerId]');
  for (const who of ['recMan', 'sendMan']) {
    const man = (data[who] ?? {}) as WireObject;
    if (textOf(man.name) === '') return bad(`缺少参数[${who}.name]`);
    if (textOf(man.mobile) === '' && textOf(man.tel) === '') return bad(`缺少参数[${who}.mobile]`);
    const hasParts = ['province', 'city', 'district', 'addr'].every((key) => textOf(man[key]) !== '');
    if (textOf(man.printAddr) === '' && !hasParts) return bad(`缺少参数[${who}.printAddr]`);
  }
  const { count, weight } = data;
  if (!Number.isInteger(count) || Number(count) < 1) return bad('参数错误[count]');
  if (Number(count) > 1 && textOf(data.needChild) !== '1') return bad('参数错误[needChild]');
  if (weight !== undefined && !(Number(weight) > 0)) return bad('参数错误[weight]');
  if (data.payType !== undefined && !payTypes.includes(textOf(data.payType))) return bad('参数错误[payType]');
  return null;
}

/** What method `time` lacks: a carrier, both places down to the district, and when it is collected; null: nothing. */
export function timeFault(data: WireObject): string | null {
  if (!knownCarriers.includes(textOf(data.kuaidicom))) return '快递公司编码错误[kuaidicom]';
  const open = ['from', 'to'].find((name) => !/(区|县|市|旗|镇)$/.test(textOf(data[name])));
  if (open !== undefined) return `缺少参数[${open}]`;
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(textOf(data.orderTime)) ? null : '缺少参数[orderTime]';
}

/** What address resolution makes of a text whose parts are set off by spaces; null: nothing. */
export function resolvedAddress(content: string): WireObject | null {
  const [name, phone = '', province, city, district, subArea, ...rest] = content.trim().split(/\s+/);
  if (rest.length === 0) return null;
  return {
    content,
    mobile: [phone],
    name,
    address: rest.join(''),
    xzq: { fullName: `${province}${city}${district}${subArea}`, province, city, district, subArea, level: 4 },
  };
}
