export const track = {
  search: 'Waybill or order number',
  exception: 'Exceptions',
  empty: 'No waybills yet',
  emptyNote: 'Parcels with a waybill appear here and are tracked automatically.',
  noneFound: 'No waybill fits',
  refreshDue: 'Refresh tracking',
  refreshOne: 'Refresh',
  refreshed_one: '{{count}} waybill was asked for.',
  refreshed_other: '{{count}} waybills were asked for.',
  refreshFailed_one: '{{count}} waybill could not be asked for.',
  refreshFailed_other: '{{count}} waybills could not be asked for.',
  last: 'Latest event',
  lastAt: 'Event time',
  checkedAt: 'Checked',
  never: 'never',
  neverAsked: 'The platform was never asked.',
  asked: 'Last asked:',
  noEvents: 'The platform has no news of this waybill yet.',
  detail: 'Tracking',
};

/** Giving numbers back to the shop platforms. */
export const writeBack = {
  short: 'Upload tracking',
  titleAll: 'Write back all numbers',
  titleTicked_one: 'Write back {{count}} ticked order',
  titleTicked_other: 'Write back {{count}} ticked orders',
  again: 'Also those that were written back before',
  will_one: 'Writes {{count}} number: {{platforms}}. One batch-ship file per platform.',
  will_other: 'Writes {{count}} numbers: {{platforms}}. One batch-ship file per platform.',
  more_one: '{{count}} more is not listed.',
  more_other: '{{count}} more are not listed.',
  skipped_one: '{{count}} order is left out',
  skipped_other: '{{count}} orders are left out',
  note: 'In workbooks numbers are written as text, so that none is rounded; carriers by the full name the platform accepts.',
  nothing: 'No number needs writing back.',
  fill: 'Fill my template…',
  write: 'Write files',
  written_one: '{{count}} number is written, in {{files}} files.',
  written_other: '{{count}} numbers are written, in {{files}} files.',
};

/** Orders as a workbook. */
export const exporting = {
  short: 'Export',
  title_one: 'Export {{count}} order',
  title_other: 'Export {{count}} orders',
  which: 'Writes the orders under “{{filter}}” into one xlsx workbook, a row each.',
  whichFound:
    'Writes the orders under “{{filter}}” that “{{search}}” finds into one xlsx workbook, a row each.',
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
