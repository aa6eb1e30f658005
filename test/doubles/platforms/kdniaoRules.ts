/** The rules of KDNiao's order interface as its documents state them, written without looking at our connector. */

export type WireObject = Readonly<Record<string, unknown>>;

export interface Refusal {
  readonly code: string;
  readonly reason: string;
}

const forbidden = /['"#&+<>%\\]/;

export function wireTextOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** What 101 says of the first field that is missing; null when none is. */
export function missingOf(data: WireObject, names: readonly string[]): string | null {
  const missing = names.find((name) => wireTextOf(data[name]) === '');
  return missing === undefined ? null : `缺少必要参数[${missing}]`;
}

function everyText(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(everyText);
  return [];
}

/** Why 1007 refuses this RequestData, null when it books. */
export function bookingRefusal(data: WireObject): Refusal | null {
  const receiver = (data.Receiver ?? {}) as WireObject;
  const sender = (data.Sender ?? {}) as WireObject;
  const required: (readonly [string, unknown])[] = [
    ['OrderCode', data.OrderCode],
    ['ShipperCode', data.ShipperCode],
    ['PayType', data.PayType],
    ['ExpType', data.ExpType],
    ['Quantity', data.Quantity],
    ['Commodity', (data.Commodity as WireObject[] | undefined)?.[0]?.GoodsName],
  ];
  for (const [who, party] of [
    ['Receiver', receiver],
    ['Sender', sender],
  ] as const) {
    for (const key of ['Name', 'ProvinceName', 'CityName', 'ExpAreaName', 'Address']) {
      required.push([`${who}.${key}`, party[key]]);
    }
    required.push([`${who}.Tel/Mobile`, wireTextOf(party.Tel) || wireTextOf(party.Mobile)]);
    if (/^(EMS|YZPY|YZBK)$/.test(wireTextOf(data.ShipperCode)))
      required.push([`${who}.PostCode`, party.PostCode]);
  }
  const missing = required.find(([, value]) => wireTextOf(value) === '');
  if (missing !== undefined) return { code: '101', reason: `缺少必要参数[${missing[0]}]` };

  const lengths: (readonly [string, unknown, number])[] = [
    ['OrderCode', data.OrderCode, 30],
    ['Remark', data.Remark, 60],
    ...[receiver, sender].flatMap((party): (readonly [string, unknown, number])[] => [
      ['Name', party.Name, 30],
      ['Mobile', party.Mobile, 20],
      ['Tel', party.Tel, 20],
      ['ProvinceName', party.ProvinceName, 20],
      ['CityName', party.CityName, 20],
      ['ExpAreaName', party.ExpAreaName, 20],
      ['Address', party.Address, 100],
    ]),
  ];
  const long = lengths.find(([, value, limit]) => Array.from(wireTextOf(value)).length > limit);
  if (long !== undefined) return { code: '103', reason: `参数格式错误[${long[0]}]` };
  if (everyText(data).some((value) => forbidden.test(value)))
    return { code: '103', reason: '参数含有非法字符' };
  if (
    [receiver, sender].some(({ ProvinceName }) => /^(北京|上海|天津|重庆)市$/.test(wireTextOf(ProvinceName)))
  ) {
    return { code: '103', reason: '参数格式错误[ProvinceName]' };
  }
  return wishRefusal(data);
}

const freightCarriers = /^(JDKY|DBLKY|BTWL|ANEKY|ZTOKY|YDKY|SX|YMDD|HOAU)$/;
const deliveryMethods: Readonly<Record<string, RegExp>> = {
  JTSD: /^[3-6]$/,
  DBL: /^[1-5]$/,
  DBLKY: /^[1-5]$/,
  ZYE: /^[12]$/,
};

/** Rules of single carriers and of what an order may ask for. */
function wishRefusal(data: WireObject): Refusal | null {
  const carrier = wireTextOf(data.ShipperCode);
  const number = (name: string) => Number(data[name] ?? 0);
  if (number('Quantity') > 300 || !Number.isInteger(number('Quantity')))
    return { code: '103', reason: '参数格式错误[Quantity]' };
  if (freightCarriers.test(carrier) && !(number('Weight') > 0))
    return { code: '101', reason: '缺少必要参数[Weight]' };
  if (deliveryMethods[carrier]?.test(wireTextOf(data.DeliveryMethod)) === false)
    return { code: '101', reason: '缺少必要参数[DeliveryMethod]' };
  if (!/^[1-4]$/.test(wireTextOf(data.PayType)) || (wireTextOf(data.PayType) === '4' && carrier !== 'SF'))
    return { code: '103', reason: '参数格式错误[PayType]' };
  const services = (data.AddService ?? []) as WireObject[];
  if (services.some(({ Name, Value }) => wireTextOf(Name).length > 20 || wireTextOf(Value).length > 30))
    return { code: '103', reason: '参数格式错误[AddService]' };
  const amounts = services.filter(({ Name }) => /^(COD|INSURE)$/.test(wireTextOf(Name)));
  if (amounts.some(({ Value }) => !/^\d+(\.\d{1,2})?$/.test(wireTextOf(Value))))
    return { code: '103', reason: '参数格式错误[AddService]' };
  const times = [data.StartDate, data.EndDate].filter((time) => time !== undefined);
  if (times.some((time) => !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(wireTextOf(time))))
    return { code: '103', reason: '参数格式错误[StartDate]' };
  return null;
}

/** What 6001 makes of a text whose parts are set off by spaces, as its page advises; null: it refuses. */
export function parsedAddress(content: string): WireObject | null {
  const parts = content.trim().split(/\s+/);
  const [Name, phone = '', ProvinceName, CityName, ExpAreaName, StreetName, ...rest] = parts;
  if (rest.length === 0) return null;
  const [Mobile, ExtMobile = ''] = phone.split('-');
  return { Name, Mobile, ExtMobile, ProvinceName, CityName, ExpAreaName, StreetName, Address: rest.join('') };
}

/** Why 1814 says that it does not go there, null when it does. */
export function reachRefusal(data: WireObject): Refusal | null {
  const missing = (['Sender', 'Receiver'] as const).flatMap((who) =>
    ['ProvinceName', 'CityName', 'ExpAreaName', 'Address']
      .filter((key) => wireTextOf((data[who] as WireObject | undefined)?.[key]) === '')
      .map((key) => `${who}.${key}`),
  );
  if (missing[0] !== undefined) return { code: '101', reason: `缺少必要参数[${missing[0]}]` };
  if (!/^[345]$/.test(wireTextOf(data.ShipperType)))
    return { code: '103', reason: '参数格式错误[ShipperType]' };
  const { ProvinceName } = data.Receiver as WireObject;
  return /^(香港|澳门|台湾)/.test(wireTextOf(ProvinceName)) ? { code: '105', reason: '收件地址超区' } : null;
}
