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
