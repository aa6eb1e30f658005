import { isStrongOrderNo } from '../../../shared/rules/orderCode.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { readReceiver } from '../../addresses/readReceiver.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { complaintsOf, itemsOf } from '../orders/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import {
  comparedItems,
  contentHash,
  contentNumber,
  type DraftGroup,
  isContentNumber,
  rowHash,
} from './groupDrafts.ts';
import type { ReceiverReading } from './reading/orderSource.ts';

/** If so many numbers now belong to other receivers, the sheet was renumbered, unless a good part still agrees. */
const restartFrom = 3;
const agreeingShare = 1 / 4;

/**
 * Numbers like 1, 2, 3 return on another day for other orders. Such a number alone is no identity: the receiver must agree. If nearly none
 * agrees, the sheet was renumbered and all of it is new; if most agree, one that does not is a question.
 */
export class WeakNumbers {
  /** Key by number alone → key in this import. */
  readonly #keys = new Map<string, string>();
  readonly #markOf: (person: Pick<Order, 'receiverName' | 'receiverPhone'>) => string;

  /** `markOf`: the mark by which an erased order is still recognised. */
  constructor(markOf: (person: Pick<Order, 'receiverName' | 'receiverPhone'>) => string) {
    this.#markOf = markOf;
  }

  keyOf(key: string): string {
    return this.#keys.get(key) ?? key;
  }

  /** The groups under the keys they are stored by. */
  async settle(groups: readonly DraftGroup[], read: Repositories): Promise<readonly DraftGroup[]> {
    const weak = groups.filter((group) => isWeak(group) && !this.#keys.has(group.key));
    if (weak.length === 0) return groups;
    const taken = new Set(
      (await read.orders.byKeys(weak.map(({ key }) => key))).map((order) => order.orderKey),
    );
    const settled = new Map<DraftGroup, DraftGroup>();
    const agreeing: { group: DraftGroup; matches: readonly Order[] }[] = [];
    const differing: DraftGroup[] = [];
    for (const group of weak) {
      if (!taken.has(group.key)) {
        this.#keys.set(group.key, group.key);
        continue;
      }
      const matches = await this.#sameIn(await read.orders.ofWeakNumber(group.key), group, read);
      if (matches.length === 0) differing.push(group);
      else agreeing.push({ group, matches });
    }
    const isRestart = differing.length >= restartFrom && agreeing.length <= differing.length * agreeingShare;
    for (const group of differing)
      settled.set(group, this.#rename(group, this.#receiverKey(group), !isRestart));
    for (const { group, matches } of agreeing) {
      const key = matches.find((order) => group.rowHashes.includes(order.contentHash)) ?? matches[0];
      settled.set(
        group,
        isRestart
          ? this.#rename(group, `${this.#receiverKey(group)} ~ ${matches.length + 1}`, true)
          : this.#rename(group, key?.orderKey ?? group.key, false),
      );
    }
    return groups.map((group) => settled.get(group) ?? group);
  }

  async #sameIn(
    orders: readonly Order[],
    { reading, rowHashes }: DraftGroup,
    read: Repositories,
  ): Promise<readonly Order[]> {
    const content = contentHash(rowHashes);
    const erased = await read.retention.erased(orders.map(({ id }) => id));
    const marks = new Map(erased.map(({ orderId, personMark }) => [orderId, personMark]));
    const { name: receiverName = '', phone: receiverPhone = '' } = reading ?? {};
    return orders.filter((order) => {
      const mark = marks.get(order.id);
      return mark === undefined
        ? order.contentHash === content || isSamePerson(order, reading)
        : mark === this.#markOf({ receiverName, receiverPhone });
    });
  }

  /** Numbers are stored as plain text where persons are sealed, so the part that distinguishes persons is keyed. */
  #receiverKey({ key, reading }: DraftGroup): string {
    const { name: receiverName = '', phone: receiverPhone = '' } = reading ?? {};
    return `${key} ~ ${this.#markOf({ receiverName, receiverPhone }).slice(0, 8)}`;
  }

  #rename(group: DraftGroup, key: string, isDoubtful: boolean): DraftGroup {
    this.#keys.set(group.key, key);
    const [first, ...others] = group.drafts;
    if (!isDoubtful || first === undefined) return { ...group, key };
    const doubt = { code: 'ORDER_NUMBER_REUSED', field: 'orderNo', params: { orderNo: group.orderNo } };
    return { ...group, key, drafts: [{ ...first, complaints: [...first.complaints, doubt] }, ...others] };
  }
}

/** A number without a shop that repeats from day to day. */
export function isWeakNumber(orderNo: string, shop: string): boolean {
  return orderNo !== '' && shop === '' && !isStrongOrderNo(orderNo);
}

function isWeak({ drafts, reading }: DraftGroup): boolean {
  const [first] = drafts;
  return first !== undefined && reading !== undefined && isWeakNumber(first.orderNo, first.shop);
}

/** As an order file's row was read. */
type Receiver = Pick<ReceiverReading, 'name' | 'phone' | 'city' | 'district' | 'detail'>;

/**
 * Name and phone: an address that was corrected is still the same person, and so is one whose missing name or phone the file has
 * now, or whose name or phone was corrected at the same address. Corrected here they agree no longer, but then the file says of the order
 * what it said before.
 */
function isSamePerson(order: Order, reading: Receiver | undefined): boolean {
  const { receiverName, receiverPhone } = order;
  const { name = '', phone = '' } = reading ?? {};
  const [isName, isPhone] = [receiverName === name, receiverPhone === phone];
  if (receiverName === '' && receiverPhone !== '') return isPhone;
  if (receiverPhone === '' && receiverName !== '') return isName;
  return (isName && isPhone) || ((isName || isPhone) && isSamePlace(order, reading));
}

const isSamePlace = ({ city, district, detail }: Order, reading: Receiver | undefined): boolean =>
  detail !== '' && detail === reading?.detail && district === reading.district && city === reading.city;

const separator = /[,，、;；]/;

/** Numbers of the orders that an ERP joined into one parcel: `A,B` is A and B. Empty for any other order. */
export function memberNumbers(orderNo: string): string[] {
  if (!separator.test(orderNo)) return [];
  const members = orderNo
    .split(separator)
    .map((member) => member.trim())
    .filter((member) => member !== '');
  return members.length > 1 ? members : [];
}

/**
 * Members of joined orders that the book already has: shipping the joined order would send their goods twice. Cancelled ones do not count.
 */
export async function knownMembers(
  groups: readonly DraftGroup[],
  isOfThisRun: (key: string) => boolean,
  read: Repositories,
): Promise<ReadonlySet<string>> {
  const members = groups.flatMap(({ orderNo }) => memberNumbers(orderNo));
  if (members.length === 0) return new Set();
  const inBook = (await read.orders.byKeys(members)).filter(({ state }) => state !== 'cancelled');
  const here = new Set(groups.map(({ key }) => key));
  const beside = members.filter((key) => here.has(key) || isOfThisRun(key));
  return new Set([...inBook.map(({ orderNo }) => orderNo), ...beside]);
}

/** Asks a person about a joined order when one of its members is in the book on its own. */
export function askAboutMembers(order: Order, known: ReadonlySet<string>): Order {
  const member = memberNumbers(order.orderNo).find((number) => known.has(number));
  if (member === undefined) return order;
  const complaint = { code: 'ORDER_MEMBER_KNOWN', field: 'orderNo', params: { member } };
  return {
    ...order,
    complaintsJson: JSON.stringify([...complaintsOf(order), complaint]),
    errorCode: order.errorCode || 'ORDER_MEMBER_KNOWN',
    state: order.state === 'ready' ? 'needs-review' : order.state,
  };
}

/** A row without a strong number that does not ship, and what it asks for. */
interface WeakStop {
  readonly draft: OrderDraft;
}

/** Orders of one phone that are looked at for a row without a number. */
const ofOnePhone = 20;

/** Rows kept before they are looked up. */
const siftedAtOnce = 2_000;

/**
 * Rows without a strong number that do not ship. Which order they mean is only known at the end of the file, but a file of many such rows keeps
 * those alone that mean one of the book: of the others only orders of this very file could be meant, which it does not stop.
 */
export class WeakStops<Stop extends object> {
  readonly #workspace: Pick<Workspace, 'divisions' | 'store'>;
  #kept: (Stop & WeakStop)[] = [];
  #sifted = 0;

  constructor(workspace: Pick<Workspace, 'divisions' | 'store'>) {
    this.#workspace = workspace;
  }

  /** A promise to await before the next row; null: none. */
  note(stop: Stop & WeakStop): Promise<void> | null {
    this.#kept.push(stop);
    return this.#kept.length - this.#sifted < siftedAtOnce ? null : this.#sift();
  }

  async #sift(): Promise<void> {
    const kept = this.#kept.slice(0, this.#sifted);
    for (const stop of this.#kept.slice(this.#sifted))
      if ((await this.#meantBy(stop)).length > 0) kept.push(stop);
    this.#kept = kept;
    this.#sifted = kept.length;
  }

  /** Each with the order it means: of several the newest. */
  async meant(): Promise<readonly (readonly [order: Order, stop: Stop])[]> {
    const meant: [Order, Stop][] = [];
    for (const { draft, ...stop } of this.#kept) {
      const orders = await this.#meantBy({ draft });
      const [order] = [...orders].sort((left, right) => (left.id < right.id ? 1 : -1));
      if (order !== undefined) meant.push([order, stop as unknown as Stop]);
    }
    return meant;
  }

  #meantBy({ draft }: WeakStop): Promise<readonly Order[]> {
    const { divisions, store } = this.#workspace;
    return meantBy(draft, divisions, store.read);
  }
}

/** A row without a strong number means an order by all that it says, else by its number (or its goods) and its receiver. */
async function meantBy(
  draft: OrderDraft,
  divisions: Divisions,
  read: Repositories,
): Promise<readonly Order[]> {
  const { orderNo } = draft;
  const hash = rowHash(draft);
  const numbered = orderNo === '' ? [] : await read.orders.ofWeakNumber(orderNo);
  const same =
    orderNo === ''
      ? await read.orders.byKeys([contentNumber(hash)])
      : numbered.filter((order) => order.contentHash === hash);
  if (same.length > 0) return same;
  const reading = readReceiver(draft.receiver, divisions);
  // A row without a receiver means none of them.
  if (reading.name === '' && reading.phone === '') return [];
  if (orderNo !== '') return numbered.filter((order) => isSamePerson(order, reading));
  const goods = JSON.stringify(comparedItems(draft.items));
  const ofPhone = reading.phone === '' ? [] : await read.orders.ofPhone(reading.phone, ofOnePhone);
  return ofPhone.filter(
    (order) =>
      isContentNumber(order.orderNo) &&
      isSamePerson(order, reading) &&
      JSON.stringify(comparedItems(itemsOf(order))) === goods,
  );
}
