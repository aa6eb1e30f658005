/** Real divisions, invented people and house numbers. */
const places = [
  ['广东省', '深圳市', '南山区'],
  ['浙江省', '杭州市', '余杭区'],
  ['江苏省', '南京市', '玄武区'],
  ['四川省', '成都市', '武侯区'],
  ['北京市', '北京市', '朝阳区'],
] as const;

export const sheetHeader = '订单号,收货人,手机,省,市,区,详细地址,商品名称,数量,卖家备注';

export interface SheetOrder {
  readonly orderNo: string;
  readonly name: string;
  readonly phone: string;
  readonly detail: string;
  readonly goods: string;
  readonly remark: string;
  /** Boxes; a sheet without any has no such column. */
  readonly parcels?: number;
  readonly place: readonly [string, string, string];
}

export function sheetOrder(no: number, change: Partial<SheetOrder> = {}): SheetOrder {
  const place = places[no % places.length] ?? places[0];
  return {
    orderNo: `2026${String(no).padStart(12, '0')}`,
    name: '王李张刘陈杨赵黄'.charAt(no % 8) + '试单双全安平乐和'.charAt(Math.floor(no / 8) % 8),
    phone: `138${String(10_000_000 + no * 7)}`,
    detail: `样板路${no + 1}号${(no % 9) + 1}栋${no + 101}室`,
    goods: '样品绿茶',
    remark: '',
    place,
    ...change,
  };
}

/** An order file as UTF-8 CSV. */
export function orderSheet(orders: readonly SheetOrder[]): string {
  const hasParcels = orders.some(({ parcels }) => parcels !== undefined);
  const rows = orders.map(({ orderNo, name, phone, place, detail, goods, remark, parcels = 1 }) =>
    [
      orderNo,
      name,
      phone,
      ...place,
      detail,
      goods,
      '1',
      remark,
      ...(hasParcels ? [String(parcels)] : []),
    ].join(','),
  );
  const header = hasParcels ? `${sheetHeader},包裹数` : sheetHeader;
  return `\uFEFF${[header, ...rows].join('\r\n')}\r\n`;
}

export const sheetSender = {
  name: '样板仓库',
  phone: '0571-88886666',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  detail: '样板大道969号',
};
