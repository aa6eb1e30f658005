/** The receiver as the columns of one row wrote it, before any understanding. Empty string: column absent or blank. */
export interface ReceiverColumns {
  readonly name: string;
  readonly phone: string;
  readonly tel: string;
  readonly extension: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly town: string;
  /** 省市区 in one cell. */
  readonly region: string;
  /** Detail only, or the full address: the address reader finds out. */
  readonly address: string;
  /** Name, phone and address in one cell. */
  readonly oneLine: string;
  readonly postcode: string;
}

export const emptyReceiverColumns: ReceiverColumns = {
  name: '',
  phone: '',
  tel: '',
  extension: '',
  province: '',
  city: '',
  district: '',
  town: '',
  region: '',
  address: '',
  oneLine: '',
  postcode: '',
};

/** The order in which the columns of a receiver are shown and joined to one text. */
export const receiverColumnOrder = [
  'oneLine',
  'name',
  'phone',
  'extension',
  'tel',
  'region',
  'province',
  'city',
  'district',
  'town',
  'address',
  'postcode',
] as const;
