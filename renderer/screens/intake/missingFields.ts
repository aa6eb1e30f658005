/** What an order cannot do without; a column with name, phone and address in one gives all three. */
export const neededFields: readonly (readonly string[])[] = [
  ['orderNo', 'subOrderNo', 'erpOrderNo', 'origOrderNo'],
  ['receiverName', 'receiverFirstLast', 'oneLineReceiver'],
  ['receiverPhone', 'receiverTel', 'oneLineReceiver'],
  ['fullAddress', 'addressDetail', 'newAddress', 'oneLineReceiver'],
];

/** The first name of each needed field that no column gives. Only a warning: the core decides row by row. */
export function missingFields(mapped: readonly (string | null)[]): readonly string[] {
  return neededFields
    .filter((names) => !names.some((name) => mapped.includes(name)))
    .map((names) => names[0] ?? '');
}
