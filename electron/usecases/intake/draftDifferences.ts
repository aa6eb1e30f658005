import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { OrderDraft } from '../../imports/kit/orderDraft.ts';

/** What all rows of one order must say alike, by the name a person knows it under. */
const shared: Readonly<Record<string, (draft: OrderDraft) => string>> = {
  name: ({ receiver }) => receiver.name,
  phone: ({ receiver }) => receiver.phone || receiver.tel,
  address: ({ receiver }) =>
    [receiver.region, receiver.province, receiver.city, receiver.district, receiver.address, receiver.oneLine]
      .join('')
      .replace(/\s/g, ''),
  carrier: ({ carrier }) => carrier,
  codAmountFen: ({ codAmountFen }) => (codAmountFen === 0 ? '' : String(codAmountFen)),
  insuredValueFen: ({ insuredValueFen }) => (insuredValueFen === 0 ? '' : String(insuredValueFen)),
};

/** Rows of one order that contradict each other; a blank contradicts nothing. One row has nobody to disagree with. */
export function differences(drafts: readonly OrderDraft[]): OrderComplaint[] {
  if (drafts.length === 1) return [];
  const fields = Object.entries(shared)
    .filter(([, read]) => new Set(drafts.map(read).filter((text) => text !== '')).size > 1)
    .map(([field]) => field);
  const [first] = fields;
  if (first === undefined) return [];
  return [{ code: 'IMPORT_ROWS_DIFFER', field: first, params: { fields: fields.join(', ') } }];
}
