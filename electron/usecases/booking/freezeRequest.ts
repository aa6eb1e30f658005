import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { orderCodeFor } from '../../../shared/rules/orderCode.ts';
import type { BookingRequest } from '../../carriers/kit/carrierPlatform.ts';
import { type PlatformManifest, productAt } from '../../carriers/kit/manifest.ts';
import { isCodeSpent } from '../../dispatch/decideBooking.ts';
import type { Order, Shipment, StoredOutsideReference } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { itemsOf, orderFingerprint, receiverOf } from '../orders/order.ts';
import { wishesOf } from '../orders/wishes.ts';

export interface RequestChoices {
  readonly sender: Party;
  /** The account whose product names apply; absent: none. */
  readonly platform?: PlatformManifest;
  /** In order of precedence, around what the order itself asks for: this request, order, account, settings. */
  readonly carrierAsked: string;
  readonly carrierOfAccount: string;
  readonly carrierByDefault: string;
  /** The carrier's product and label template; absent or empty: the account's. */
  readonly product?: string;
  readonly template?: string;
  /** Frozen with the rest: a repeat sends the same, even if the account has changed. Absent: the platform has none. */
  readonly wantsTemplate?: boolean | undefined;
}

export interface FrozenRequest {
  readonly frozen: BookingRequest;
  /** A booking under this code that this database does not have: known from the journal, or assigned to this order by a person. */
  readonly known: StoredOutsideReference | undefined;
}

/**
 * The request as it will be sent, byte for byte, however often. A new code only when the old one is used up (given back,
 * or kept by a platform that refused): any other refusal proves that nothing exists under it. The journal may know of voids, and of a booking, that this database has not seen.
 */
export async function freezeRequest(
  write: Repositories,
  order: Order,
  earlier: readonly Shipment[],
  choices: RequestChoices,
): Promise<FrozenRequest> {
  const givenReference = await write.outsideReferences.givenTo(order.id);
  if (givenReference !== undefined)
    return {
      frozen: { ...freeze(order, choices, 1), orderCode: givenReference.orderCode },
      known: givenReference,
    };
  for (let revision = earlier.filter(isCodeSpent).length + 1; ; revision++) {
    const frozen = freeze(order, choices, revision);
    const references = await write.outsideReferences.ofCode(frozen.orderCode);
    const known = references.find(({ state }) => state !== 'told' && state !== 'adopted');
    if (known !== undefined || references.every(({ state }) => state !== 'told')) return { frozen, known };
  }
}

function freeze(order: Order, choices: RequestChoices, revision: number): BookingRequest {
  const items = itemsOf(order);
  const carrier = chooseCarrier(order, choices);
  const { template = '', wantsTemplate } = choices;
  return {
    orderCode: orderCodeFor(order.orderNo, orderFingerprint(order), revision),
    carrier,
    sender: choices.sender,
    receiver: receiverOf(order),
    goods:
      items.length === 0
        ? [{ name: '商品', quantity: 1 }]
        : items.map(({ name, sku, quantity }) => ({ name: name || sku || '商品', quantity })),
    weightGrams: order.weightGrams,
    parcelCount: order.parcelCount,
    codAmountFen: order.codFen,
    insuredValueFen: order.insuredFen,
    remark: order.sellerRemark,
    ...wishedOf(order, choices, carrier),
    ...(template === '' ? {} : { templateSize: template }),
    ...(wantsTemplate === undefined ? {} : { wantsTemplate }),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The order's own wishes take precedence over rule and account. */
function wishedOf(
  order: Order,
  { product = '', platform }: RequestChoices,
  carrier: string,
): Partial<BookingRequest> {
  const wishes = wishesOf(order);
  const { payment, monthlyCard, volumeCm3, sizeMm, returnSlip, services, boxGrams = [] } = wishes;
  const wished = wishes.product ?? '';
  const { product: chosen, ...more } = wished === '' ? { product } : productAt(platform, carrier, wished);
  return {
    ...more,
    ...(chosen === '' ? {} : { product: chosen }),
    ...(payment === undefined ? {} : { payment }),
    ...(monthlyCard === undefined ? {} : { monthlyCard }),
    ...(volumeCm3 === undefined ? {} : { volumeCm3 }),
    ...(sizeMm === undefined ? {} : { sizeMm }),
    ...(returnSlip === undefined ? {} : { returnReceipt: { requirement: returnSlip } }),
    ...(services === undefined ? {} : { services }),
    ...(boxGrams.length === order.parcelCount && sum(boxGrams) === order.weightGrams
      ? { parcels: boxGrams.map((weightGrams) => ({ weightGrams, volumeCm3: null })) }
      : {}),
  };
}

function chooseCarrier(order: Order, choices: RequestChoices): string {
  const { carrierAsked, carrierOfAccount, carrierByDefault } = choices;
  const wanted = carrierAsked || order.carrier || carrierOfAccount || carrierByDefault;
  return readCarrierCode(wanted) ?? wanted.trim().toUpperCase();
}
