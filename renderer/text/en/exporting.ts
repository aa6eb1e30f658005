/** Orders as a workbook. */
export const exporting = {
  short: 'Export',
  title_one: 'Export {{count}} order',
  title_other: 'Export {{count}} orders',
  which: 'Writes the orders under "{{filter}}" into one xlsx workbook, a row each.',
  whichFound:
    'Writes the orders under "{{filter}}" that "{{search}}" finds into one xlsx workbook, a row each.',
  columns:
    'With order number, shop, state, receiver, phone, address, goods, quantity, weight, carrier, waybill number and both remarks.',
  reveal: 'Names, phones and addresses in the clear',
  maskedNote: 'Names, phones and addresses are masked, as in 138****8000.',
  revealedNote:
    'The file will hold complete personal data, and this export is recorded. Hand it only to those who need it, and delete it afterwards.',
  write: 'Write file',
  written_one: '{{count}} order is exported.',
  written_other: '{{count}} orders are exported.',
};
