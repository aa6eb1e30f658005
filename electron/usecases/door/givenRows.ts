import type { GivenOrder } from '../../../shared/contracts/door/givenOrder.ts';
import type { GivenState } from '../../../shared/domain/door.ts';
import type { OrderWishes } from '../../../shared/domain/intake/orderWishes.ts';
import { plainYuan } from '../../../shared/rules/amounts.ts';
import type { GivenOrder as GivenRow } from '../../imports/readGivenOrders.ts';

/** In the words that order files have for it. */
const statusFields: Readonly<Record<GivenState, GivenRow['fields']>> = {
  open: { status: '待发货' },
  held: { status: '待发货', holdFlag: '是' },
  'refund-asked': { status: '待发货', refundStatus: '退款中' },
  refunded: { status: '已退款' },
  cancelled: { status: '已取消' },
};

const amount = (fen: number | undefined): string => (fen === undefined ? '' : plainYuan(fen));
const count = (number: number | undefined): string => (number === undefined ? '' : String(number));

/** An order of a program as imports take it: its texts judged like those of a file, its goods and wishes as they are. */
export function givenRow(order: GivenOrder): GivenRow {
  const { receiver, sender = {}, sale = {} } = order;
  return {
    fields: {
      ...statusFields[order.status ?? 'open'],
      orderNo: order.orderNo,
      shop: order.shop,
      receiverName: receiver.name,
      receiverPhone: receiver.phone,
      receiverTel: receiver.tel ?? '',
      phoneExt: receiver.extension ?? '',
      country: receiver.country ?? '',
      province: receiver.province,
      city: receiver.city,
      district: receiver.district,
      town: receiver.town,
      addressDetail: receiver.detail,
      fullAddress: receiver.address,
      zip: receiver.postcode ?? '',
      packageCount: order.packages === 1 ? '' : String(order.packages),
      weight: count(order.weightGrams),
      codAmount: amount(order.codAmountFen),
      insuredValue: amount(order.insuredValueFen),
      buyerRemark: order.buyerRemark,
      sellerRemark: order.sellerRemark,
      carrier: order.carrier,
      senderName: sender.name ?? '',
      senderPhone: sender.phone ?? '',
      senderProvince: sender.province ?? '',
      senderCity: sender.city ?? '',
      senderDistrict: sender.district ?? '',
      senderAddress: sender.address ?? '',
      payTime: order.paidAt ?? '',
      promiseShipTime: order.shipBy ?? '',
      promiseArriveTime: order.promisedAt ?? '',
      buyer: sale.buyer ?? '',
      origOrderNo: sale.originalNo ?? '',
      amount: amount(sale.amountFen),
      paidAmount: amount(sale.paidFen),
      payChannel: sale.payChannel ?? '',
      orderTime: sale.orderedAt ?? '',
      oaid: sale.oaid ?? '',
      warehouse: sale.warehouse ?? '',
      flag: sale.flag ?? '',
    },
    items: order.goods.map(({ isGift, imageUrl, ...goods }) => ({
      ...goods,
      ...(isGift === true ? { isGift } : {}),
      ...(imageUrl === undefined ? {} : { imageUrl }),
    })),
    wishes: wishesOf(order),
  };
}

/** Who has a card is charged by it. */
function wishesOf(order: GivenOrder): OrderWishes | null {
  const { product, monthlyCard, volumeCm3, returnSlip, services = [] } = order;
  const payment = order.payment ?? (monthlyCard === undefined ? undefined : 'monthly');
  const wishes: OrderWishes = {
    ...(product === undefined ? {} : { product }),
    ...(payment === undefined ? {} : { payment }),
    ...(monthlyCard === undefined ? {} : { monthlyCard }),
    ...(volumeCm3 === undefined ? {} : { volumeCm3 }),
    ...(returnSlip === undefined ? {} : { returnSlip }),
    ...(services.length === 0 ? {} : { services }),
  };
  return Object.keys(wishes).length === 0 ? null : wishes;
}
