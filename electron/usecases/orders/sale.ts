import type { SaleFacts, SaleField } from '../../../shared/domain/intake/saleFacts.ts';
import { plainYuan } from '../../../shared/rules/amounts.ts';
import { maskName } from '../../../shared/rules/mask.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';
import { saleJson } from '../../store/orders/orderJson.ts';
import type { Order } from '../../store/schema.ts';

/** What an order keeps of its sale: what is searched for stands in columns of its own. */
export type SaleColumns = Pick<Order, 'buyer' | 'originalNo' | 'saleJson'>;

export function saleOf({ buyer, originalNo, saleJson: json }: SaleColumns): SaleFacts {
  return {
    ...(buyer === '' ? {} : { buyer }),
    ...(originalNo === '' ? {} : { originalNo }),
    ...(json === '' ? {} : saleJson.read(json)),
  };
}

export function saleColumnsOf({ buyer = '', originalNo = '', ...rest }: SaleFacts): SaleColumns {
  return { buyer, originalNo, saleJson: Object.keys(rest).length === 0 ? '' : saleJson.write(rest) };
}

/** One amount on every row is the order's, repeated; different ones are the goods'. */
function wholeFen(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter((fen) => fen !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  return known.every((fen) => fen === first) ? first : known.reduce((sum, fen) => sum + fen, 0);
}

/** What the rows of one order say of its sale: the first word counts. */
export function saleOfRows(drafts: readonly Pick<OrderDraft, 'sale'>[]): SaleFacts {
  if (drafts.length === 1) return drafts[0]?.sale ?? {};
  const rows = drafts.map(({ sale }) => sale).filter((sale) => sale !== null);
  const [only] = rows;
  if (only === undefined || rows.length === 1) return only ?? {};
  const joined: SaleFacts = Object.assign({}, ...[...rows].reverse());
  return withAmounts(
    joined,
    wholeFen(rows.map(({ amountFen }) => amountFen)),
    wholeFen(rows.map(({ paidFen }) => paidFen)),
  );
}

function withAmounts(
  facts: SaleFacts,
  amountFen: number | undefined,
  paidFen: number | undefined,
): SaleFacts {
  const { amountFen: _amount, paidFen: _paid, ...rest } = facts;
  return {
    ...rest,
    ...(amountFen === undefined ? {} : { amountFen }),
    ...(paidFen === undefined ? {} : { paidFen }),
  };
}

/** Of several orders in one box: their amounts add up, unless one of them is not known. */
export function saleOfMerged(members: readonly SaleColumns[]): SaleColumns {
  const all = members.map(saleOf);
  const sum = (amounts: readonly (number | undefined)[]): number | undefined =>
    amounts.reduce((total, fen) => (total === undefined || fen === undefined ? undefined : total + fen));
  const joined: SaleFacts = Object.assign({}, ...[...all].reverse());
  const { originalNo: _one, ...rest } = joined;
  return saleColumnsOf(
    withAmounts(rest, sum(all.map(({ amountFen }) => amountFen)), sum(all.map(({ paidFen }) => paidFen))),
  );
}

/** Of a further parcel: the amounts stay with the first. */
export function saleOfFurther(order: SaleColumns): SaleColumns {
  return saleColumnsOf(withAmounts(saleOf(order), undefined, undefined));
}

/** The buyer masked, and no key to a hidden receiver. */
export function saleWithoutPersons(order: SaleColumns, shown: (text: string) => string): SaleColumns {
  const { buyer = '', oaid: _key, ...facts } = saleOf(order);
  const texts = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? shown(value) : value]),
  );
  return saleColumnsOf({ ...texts, ...(buyer === '' ? {} : { buyer: maskName(buyer) }) });
}

/** Each as one text that an edit takes back in, empty where the file says nothing. */
export function saleTexts(order: SaleColumns): Readonly<Record<SaleField, string>> {
  const {
    buyer = '',
    originalNo = '',
    amountFen,
    paidFen,
    payChannel = '',
    warehouse = '',
    flag = '',
  } = saleOf(order);
  return {
    buyer,
    originalNo,
    amount: plainYuan(amountFen),
    paid: plainYuan(paidFen),
    payChannel,
    warehouse,
    flag,
  };
}

/** As the order's card shows it. */
export function shownSale(order: SaleColumns) {
  const { orderedAt = null, oaid = '' } = saleOf(order);
  return { ...saleTexts(order), orderedAt, oaid };
}
