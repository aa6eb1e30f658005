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

const postCarriers = /^(EMS|YZPY|YZBK)$/;

type Lengths = readonly (readonly [name: string, value: unknown, limit: number])[];

function partyLengths(party: WireObject): Lengths {
  return [
    ['Company', party.Company, 30],
    ['Name', party.Name, 30],
    ['Mobile', party.Mobile, 20],
    ['Tel', party.Tel, 20],
    ['PostCode', party.PostCode, 10],
    ['ProvinceName', party.ProvinceName, 20],
    ['CityName', party.CityName, 20],
    ['ExpAreaName', party.ExpAreaName, 20],
    ['Address', party.Address, 100],
  ];
}

/** Lengths as the vendor's demo header lists them. */
function orderLengths(data: WireObject): Lengths {
  const goods = (data.Commodity ?? []) as WireObject[];
  const services = (data.AddService ?? []) as WireObject[];
  return [
    ['Callback', data.Callback, 50],
    ['CustomerName', data.CustomerName, 50],
    ['CustomerPwd', data.CustomerPwd, 50],
    ['SendSite', data.SendSite, 50],
    ['SendStaff', data.SendStaff, 50],
    ['MonthCode', data.MonthCode, 20],
    ['CustomArea', data.CustomArea, 500],
    ['WareHouseID', data.WareHouseID, 30],
    ['ShipperCode', data.ShipperCode, 10],
    ['LogisticCode', data.LogisticCode, 30],
    ['OrderCode', data.OrderCode, 30],
    ['ThrOrderCode', data.ThrOrderCode, 50],
    ['ExpType', data.ExpType, 2],
    ['TemplateSize', data.TemplateSize, 10],
    ['CurrencyCode', data.CurrencyCode, 10],
    ['Remark', data.Remark, 60],
    ...goods.map(({ GoodsName }) => ['GoodsName', GoodsName, 100] as const),
    ...services.flatMap(
      ({ Name, Value, CustomerID }): Lengths => [
        ['AddService.Name', Name, 20],
        ['AddService.Value', Value, 30],
        ['AddService.CustomerID', CustomerID, 30],
      ],
    ),
  ];
}

/** Municipalities without 市, provinces and autonomous regions in full, cities by their whole name; no digits, no letters. */
function divisionFault({ ProvinceName, CityName, ExpAreaName }: WireObject): string | null {
  const province = wireTextOf(ProvinceName);
  const isWhole = /^(北京|上海|天津|重庆)$|(省|自治区|特别行政区)$|^(香港|澳门|台湾)/.test(province);
  if (!isWhole || /[\dA-Za-z]/.test(province)) return 'ProvinceName';
  if (/[\dA-Za-z]/.test(wireTextOf(CityName))) return 'CityName';
  return /[\dA-Za-z]/.test(wireTextOf(ExpAreaName)) ? 'ExpAreaName' : null;
}

/** What every ordering interface refuses: 1007 for a label, 1001 and 1801 for a courier. */
export function orderRefusal(data: WireObject, names: readonly string[]): Refusal | null {
  const receiver = (data.Receiver ?? {}) as WireObject;
  const sender = (data.Sender ?? {}) as WireObject;
  const required: (readonly [string, unknown])[] = [
    ...names.map((name) => [name, data[name]] as const),
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
  }
  const missing = required.find(([, value]) => wireTextOf(value) === '');
  if (missing !== undefined) return { code: '101', reason: `缺少必要参数[${missing[0]}]` };

  const lengths = [...orderLengths(data), ...partyLengths(receiver), ...partyLengths(sender)];
  const long = lengths.find(([, value, limit]) => Array.from(wireTextOf(value)).length > limit);
  if (long !== undefined) return { code: '103', reason: `参数格式错误[${long[0]}]` };
  if (everyText(data).some((value) => forbidden.test(value)))
    return { code: '103', reason: '参数含有非法字符' };
  const odd = divisionFault(receiver) ?? divisionFault(sender);
  if (odd !== null) return { code: '103', reason: `参数格式错误[${odd}]` };
  return wishRefusal(data);
}

/** Why 1007 refuses this RequestData, null when it books. */
export function bookingRefusal(data: WireObject): Refusal | null {
  const names = ['OrderCode', 'ShipperCode', 'PayType', 'ExpType', 'Quantity'];
  return orderRefusal(data, names) ?? carrierRefusal(data);
}

const freightCarriers = /^(JDKY|DBLKY|BTWL|ANEKY|ZTOKY|YDKY|SX|YMDD|HOAU)$/;
const deliveryMethods: Readonly<Record<string, RegExp>> = {
  JTSD: /^[3-6]$/,
  DBL: /^[1-5]$/,
  DBLKY: /^[1-5]$/,
  ZYE: /^[12]$/,
};

/** What single carriers want beyond the common fields. */
function carrierRefusal(data: WireObject): Refusal | null {
  const carrier = wireTextOf(data.ShipperCode);
  const receiver = data.Receiver as WireObject;
  const lacks = (name: string): Refusal => ({ code: '101', reason: `缺少必要参数[${name}]` });
  const measured = ['Weight', 'Volume'].find((name) => !(Number(data[name] ?? 0) > 0));
  if (measured !== undefined && (freightCarriers.test(carrier) || carrier === 'JD')) return lacks(measured);
  if (/^(JD|JDKY)$/.test(carrier) && wireTextOf(data.WareHouseID) === '') return lacks('WareHouseID');
  if (deliveryMethods[carrier]?.test(wireTextOf(data.DeliveryMethod)) === false)
    return lacks('DeliveryMethod');
  if (postCarriers.test(carrier)) {
    const open = (['Receiver', 'Sender'] as const).find(
      (who) => wireTextOf((data[who] as WireObject).PostCode) === '',
    );
    if (open !== undefined) return lacks(`${open}.PostCode`);
  }
  if (carrier === 'SF' && /^(香港|澳门|台湾)/.test(wireTextOf(receiver.ProvinceName))) {
    if (!/^(CNY|HKD|NTD|MOP)$/.test(wireTextOf(data.CurrencyCode))) return lacks('CurrencyCode');
    const { DeclaredValue } = (data.Dutiable ?? {}) as WireObject;
    if (!(Number(DeclaredValue ?? 0) > 0)) return lacks('Dutiable.DeclaredValue');
  }
  return null;
}

/** What an order may ask for. */
function wishRefusal(data: WireObject): Refusal | null {
  const carrier = wireTextOf(data.ShipperCode);
  const quantity = Number(data.Quantity ?? 0);
  if (quantity < 1 || quantity > 300 || !Number.isInteger(quantity))
    return { code: '103', reason: '参数格式错误[Quantity]' };
  if (['Weight', 'Volume'].some((name) => !/^\d*(\.\d{1,3})?$/.test(wireTextOf(data[name]))))
    return { code: '103', reason: '参数格式错误[Weight]' };
  if (!/^[1-4]$/.test(wireTextOf(data.PayType)) || (wireTextOf(data.PayType) === '4' && carrier !== 'SF'))
    return { code: '103', reason: '参数格式错误[PayType]' };
  const services = (data.AddService ?? []) as WireObject[];
  const amounts = services.filter(({ Name }) => /^(COD|INSURE)$/.test(wireTextOf(Name)));
  if (amounts.some(({ Value }) => !/^\d+(\.\d{1,2})?$/.test(wireTextOf(Value))))
    return { code: '103', reason: '参数格式错误[AddService]' };
  const times = [data.StartDate, data.EndDate].filter((time) => time !== undefined);
  if (times.some((time) => !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(wireTextOf(time))))
    return { code: '103', reason: '参数格式错误[StartDate]' };
  return null;
}

/** SF, ZTO and KYSY answer only who knows the last four digits of a phone. */
export function lacksPhoneTail({ ShipperCode, CustomerName }: WireObject): boolean {
  return /^(SF|ZTO|KYSY)$/.test(wireTextOf(ShipperCode)) && !/^\d{4}$/.test(wireTextOf(CustomerName));
}

/** Codes 402 to 404: what every question about a number refuses. */
export function numberRefusal(number: string): Refusal | null {
  if (number === '') return { code: '402', reason: '快递单号不能为空' };
  if (!/^[\w-]+$/.test(number)) return { code: '403', reason: '快递单号包含特殊字符' };
  return number.length > 30 ? { code: '404', reason: '快递单号长度错误' } : null;
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
