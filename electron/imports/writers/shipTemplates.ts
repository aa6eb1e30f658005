/** What a column of a batch-ship upload holds; `empty` columns are there because the upload wants them. */
export type ShipColumn =
  | 'orderNo'
  | 'carrierName'
  | 'carrierCode'
  | 'waybillNo'
  | 'quantity'
  | 'shipDate'
  | 'empty';

export interface ShipTemplate {
  /** Profile of the orders it is for. */
  readonly id: string;
  readonly format: 'csv' | 'xlsx' | 'tsv';
  readonly columns: readonly (readonly [header: string, content: ShipColumn])[];
  /** Our carrier code → the name this platform wants where it is not the usual one. */
  readonly carrierNames?: Readonly<Record<string, string>>;
}

const threeColumns = (order: string, carrier: string, waybill: string): ShipTemplate['columns'] => [
  [order, 'orderNo'],
  [carrier, 'carrierName'],
  [waybill, 'waybillNo'],
];

/** Rows a file may have before the next one is begun: what the strictest upload takes. */
export const maxShipRows = 500;

/** Full names that uploads accept where they differ from the name we show. */
export const uploadCarrierNames: Readonly<Record<string, string>> = {
  YD: '韵达快递',
  DNWL: '菜鸟速递',
  LB: '龙邦速递',
};

/**
 * Batch-ship uploads by platform. Platforms change them; a template that the person downloaded today and hands in is always the
 * better choice (`fillTemplate`).
 */
export const shipTemplates: readonly ShipTemplate[] = [
  {
    id: 'pinduoduo',
    format: 'csv',
    columns: threeColumns('订单号', '快递公司', '快递单号'),
    carrierNames: { YTO: '圆通快递' },
  },
  { id: 'taobao', format: 'xlsx', columns: threeColumns('订单编号', '物流公司', '运单号') },
  { id: 'douyin', format: 'xlsx', columns: threeColumns('订单编号', '快递公司', '快递单号') },
  { id: 'jd', format: 'xlsx', columns: threeColumns('订单号', '物流公司', '运单号') },
  { id: 'kuaishou', format: 'xlsx', columns: threeColumns('订单号', '快递公司', '快递单号') },
  { id: 'xiaohongshu', format: 'xlsx', columns: threeColumns('订单号', '快递公司', '快递单号') },
  { id: 'weixin', format: 'xlsx', columns: threeColumns('订单号', '快递公司', '快递单号') },
  { id: 'youzan', format: 'csv', columns: threeColumns('订单号', '物流公司', '物流单号') },
  { id: 'weidian', format: 'xlsx', columns: threeColumns('订单编号', '快递公司', '快递单号') },
  { id: 'alibaba1688', format: 'xlsx', columns: threeColumns('订单编号', '物流公司', '运单号') },
  { id: 'jushuitan', format: 'xlsx', columns: threeColumns('线上订单号', '快递公司', '快递单号') },
  { id: 'wangdiantong', format: 'xlsx', columns: threeColumns('订单编号', '物流公司', '物流单号') },
  {
    id: 'crmeb',
    format: 'xlsx',
    columns: [
      ['订单编号', 'orderNo'],
      ['物流公司', 'carrierName'],
      ['物流编码', 'carrierCode'],
      ['物流单号', 'waybillNo'],
    ],
  },
  { id: 'shopify', format: 'csv', columns: threeColumns('Name', 'Tracking Company', 'Tracking Number') },
  {
    id: 'woocommerce',
    format: 'csv',
    columns: [
      ['order_id', 'orderNo'],
      ['tracking_provider', 'carrierName'],
      ['tracking_number', 'waybillNo'],
      ['date_shipped', 'shipDate'],
    ],
  },
  {
    id: 'amazon',
    format: 'tsv',
    columns: [
      ['order-id', 'orderNo'],
      ['order-item-id', 'empty'],
      ['quantity', 'quantity'],
      ['ship-date', 'shipDate'],
      ['carrier-code', 'empty'],
      ['carrier-name', 'carrierName'],
      ['tracking-number', 'waybillNo'],
      ['ship-method', 'empty'],
    ],
  },
  { id: 'generic', format: 'xlsx', columns: threeColumns('订单号', '快递公司', '快递单号') },
];
