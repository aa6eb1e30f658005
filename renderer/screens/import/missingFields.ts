/** What an order cannot do without; an address may also come in parts or as one free text with name and phone. */
const needed: readonly (readonly string[])[] = [
  ['orderNo'],
  ['address', 'detail', 'receiverText', 'fullAddress'],
  ['phone', 'mobile', 'receiverText'],
  ['name', 'receiverText'],
];

/** The first name of each needed field that no column gives. Only a warning: the core decides row by row. */
export function missingFields(mapped: readonly (string | null)[]): readonly string[] {
  return needed
    .filter((names) => !names.some((name) => mapped.includes(name)))
    .map((names) => names[0] ?? '');
}
