/** Where a parcel goes or comes from. Names of divisions are the full legal ones (广东省, 深圳市, 南山区). */
export interface PostalAddress {
  /** Empty when not known. Municipalities: 北京市 as province and city. */
  readonly province: string;
  readonly city: string;
  /** Empty for cities without districts (东莞市, 中山市 …). */
  readonly district: string;
  /** 街道/镇/乡, empty when not written. */
  readonly town: string;
  /** What follows the district and town: road, number, building, room. */
  readonly detail: string;
}

export interface Contact {
  readonly name: string;
  /** Digits and dashes only: 13800138000, 0755-12345678, 400-617-1205. */
  readonly phone: string;
  /** Extension of a virtual number or switchboard, digits, empty when none. Losing it loses the receiver. */
  readonly extension: string;
}

/** Sender or receiver of a parcel. */
export interface Party extends Contact, PostalAddress {}

/** Without whatever else a reading or a stored row says beside it. */
export function partyOf(from: Party): Party {
  const { name, phone, extension, province, city, district, town, detail } = from;
  return { name, phone, extension, province, city, district, town, detail };
}

export const emptyParty: Party = {
  name: '',
  phone: '',
  extension: '',
  province: '',
  city: '',
  district: '',
  town: '',
  detail: '',
};
