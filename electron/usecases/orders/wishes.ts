import { createHash } from 'node:crypto';
import type { OrderWishes, WishField } from '../../../shared/domain/intake/orderWishes.ts';
import { emptyParty, type Party } from '../../../shared/domain/party.ts';
import { emptyReceiverColumns, type ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { readReceiver } from '../../addresses/readReceiver.ts';
import { maskOfAddress, maskOfName, maskOfPhone } from '../../imports/kit/maskOfText.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';
import { wishesJson } from '../../store/orders/orderJson.ts';
import type { Order } from '../../store/schema.ts';

type Wishing = Pick<Order, 'wishesJson'>;

const noWishes: OrderWishes = {};

export function wishesOf({ wishesJson: json }: Wishing): OrderWishes {
  return json === '' ? noWishes : wishesJson.read(json);
}

/** As an order keeps them: an order without any keeps nothing. */
export function writeWishes(wishes: OrderWishes): string {
  return Object.keys(wishes).length === 0 ? '' : wishesJson.write(wishes);
}

const saysWishes = ({ wishes, sender }: OrderDraft): boolean => wishes !== null || sender !== null;

/** `wishesMark` of an order whose file says nothing of it. One that is empty was never asked: the order was made here, or long ago. */
const silentMark = '-';

/** What the rows of one order say, by which a later file is compared whatever a person changed since. */
export function wishesMarkOf(drafts: readonly OrderDraft[]): string {
  if (!drafts.some(saysWishes)) return silentMark;
  const wished = drafts.filter(saysWishes);
  const texts = [...new Set(wished.map(({ wishes, sender }) => JSON.stringify([wishes, sender])))].sort();
  return createHash('sha1').update(texts.join('\n')).digest('base64').slice(0, 12);
}

interface WishesOfRows {
  readonly wishes: OrderWishes;
  /** An address is written of which it is not known where it is. */
  readonly isSenderUnclear: boolean;
}

const silent: WishesOfRows = { wishes: noWishes, isSenderUnclear: false };

/** The wishes of all rows of one order: the first word counts, services add up. */
export function wishesOfRows(drafts: readonly OrderDraft[], divisions: Divisions): WishesOfRows {
  if (!drafts.some(saysWishes)) return silent;
  const rows = drafts.map(({ wishes }) => wishes).filter((wishes) => wishes !== null);
  const columns = drafts.find(({ sender }) => sender !== null)?.sender ?? null;
  const first = rows[0] ?? noWishes;
  const joined = rows.length < 2 ? first : joinWishes(rows);
  if (columns === null) return { wishes: joined, isSenderUnclear: false };
  const { sender, isUnclear } = readSender(columns, divisions);
  const wishes = sender === null ? joined : { ...joined, sender };
  return { wishes, isSenderUnclear: isUnclear };
}

function joinWishes(rows: readonly OrderWishes[]): OrderWishes {
  const joined: OrderWishes = Object.assign({}, ...[...rows].reverse());
  const services = new Map(
    rows.flatMap((row) => (row.services ?? []).map((one) => [one.name, one] as const)),
  );
  const volumes = rows.flatMap(({ volumeCm3 }) => volumeCm3 ?? []);
  const isOneVolume = new Set(volumes).size < 2;
  const { sizeMm, ...withoutSize } = joined;
  return {
    ...(isOneVolume && sizeMm !== undefined ? joined : withoutSize),
    ...(services.size === 0 ? {} : { services: [...services.values()] }),
    // One volume on every row is the order's, repeated; different ones are the goods'.
    ...(isOneVolume ? {} : { volumeCm3: volumes.reduce((sum, one) => sum + one) }),
  };
}

interface ReadSender {
  readonly sender: Party | null;
  readonly isUnclear: boolean;
}

/** A file names the same few senders in all of its rows. */
const sendersByDivisions = new WeakMap<Divisions, Map<string, ReadSender>>();
const mostKept = 500;

function readSender(columns: ReceiverColumns, divisions: Divisions): ReadSender {
  const known = sendersByDivisions.get(divisions) ?? new Map<string, ReadSender>();
  sendersByDivisions.set(divisions, known);
  const key = JSON.stringify(columns);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKept) known.clear();
  const read = understandSender(columns, divisions);
  known.set(key, read);
  return read;
}

/** A written address of which only a part is understood is none: the parcel would start from a place nobody named. */
function understandSender(columns: ReceiverColumns, divisions: Divisions): ReadSender {
  const { name, phone, extension, province, city, district, town, detail } = readReceiver(columns, divisions);
  const isHidden = maskOfName(name) !== null || maskOfPhone(phone) !== null || maskOfAddress(detail) !== null;
  // A province alone, as lists of outlets have it, names no place to start from.
  const isAddressWritten = columns.address !== '' || columns.oneLine !== '';
  const isWhole = province !== '' && city !== '' && detail !== '';
  if (isHidden) return { sender: null, isUnclear: true };
  const place = isWhole ? { province, city, district, town, detail } : {};
  const sender: Party = { ...emptyParty, name, phone, extension, ...place };
  const isSaid = Object.values(sender).some((text) => text !== '');
  return { sender: isSaid ? sender : null, isUnclear: isAddressWritten && !isWhole };
}

/** `王小样 13800000000 浙江省杭州市…`: a sender as a person writes one; null: it is not understood. */
export function senderFromText(text: string, divisions: Divisions): Party | null {
  const { sender, isUnclear } = readSender({ ...emptyReceiverColumns, oneLine: text }, divisions);
  return isUnclear ? null : sender;
}

/** The sender of an order that has one of its own; what it leaves open is filled from the usual one. */
export function completedSender(own: Party | undefined, usual: Party): Party {
  if (own === undefined) return usual;
  const place = own.detail === '' ? usual : own;
  const line = own.phone === '' ? usual : own;
  return {
    name: own.name || usual.name,
    phone: line.phone,
    extension: line.extension,
    province: place.province,
    city: place.city,
    district: place.district,
    town: place.town,
    detail: place.detail,
  };
}

/** Of several orders in one box, and of one that is parted: how large a box is, is not known. */
export function wishesWithoutSize(order: Wishing): string {
  const { volumeCm3: _volume, sizeMm: _size, boxGrams: _boxes, ...rest } = wishesOf(order);
  return writeWishes(rest);
}

/** Of a further parcel beside a booked one: what is paid for stays with the first. */
export function wishesOfFurther(order: Wishing): string {
  const {
    services: _services,
    returnSlip: _slip,
    ...rest
  } = wishesOf({ wishesJson: wishesWithoutSize(order) });
  return writeWishes(rest);
}

const sizeText = (mm: number): string => String(mm / 10);

function volumeText({ sizeMm, volumeCm3 }: OrderWishes): string {
  if (sizeMm !== undefined) return `${sizeMm.map(sizeText).join('*')}cm`;
  return volumeCm3 === undefined ? '' : `${volumeCm3}cm³`;
}

/** Each wish as one text that an edit takes back in, empty where there is none. */
export function wishTexts(wishes: OrderWishes) {
  const { sender, product = '', payment = '', monthlyCard = '', returnSlip, services = [] } = wishes;
  return {
    sender: Object.values(sender ?? {})
      .filter((part) => part !== '')
      .join(' '),
    product,
    payment,
    monthlyCard,
    volume: volumeText(wishes),
    returnSlip: returnSlip === '' ? 'yes' : (returnSlip ?? ''),
    services: services.map(({ name, value }) => (value === '' ? name : `${name}=${value}`)).join('; '),
  } as const satisfies Readonly<Record<WishField, string>>;
}

/** As everybody may read them: of the card only what tells one from another. */
export function shownWishes(order: Wishing) {
  const texts = wishTexts(wishesOf(order));
  return { ...texts, monthlyCard: texts.monthlyCard.replace(/^.*(?=.{4}$)/, '****') };
}
