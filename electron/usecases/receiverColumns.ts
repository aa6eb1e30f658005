import type { ReceiverColumns } from '../imports/kit/orderDraft.ts';

const empty: ReceiverColumns = {
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

/** The columns a file had, as stored with the order: most files fill a few of the twelve, and 100,000 orders are many. */
export function writeReceiverColumns(columns: ReceiverColumns): string {
  return JSON.stringify(columns, (_key, value: unknown) => (value === '' ? undefined : value));
}

export function readReceiverColumns(json: string): ReceiverColumns {
  return { ...empty, ...(JSON.parse(json) as Partial<ReceiverColumns>) };
}
