import type { Wording } from '../../../shared/text/wording.ts';
import type { caseRules as chinese, buyerNotice as chineseNotice } from '../zh-CN/caseRules.ts';

export const caseRules: Wording<typeof chinese> = {
  intro:
    'A parcel that has not moved within its limit becomes an exception automatically, and is closed when the reason has gone. After a change, parcels on their way are checked again by the new rules.',
  rule: 'Exception',
  limit: 'After how long',
  limitIn: 'After how long ({{unit}})',
  rest: 'Rest days',
  answer: 'Deal with it within',
  atOnce: 'as soon as the platform says so',
  byLane: 'by route where there is history',
  unit: { hours: 'h', grams: 'g', fen: 'yuan' },
  range: '{{least}}–{{most}}',
  limits: 'Special limits',
  limitsNote:
    'One carrier, one province, or one carrier to one province can have another limit. The most specific one applies.',
  noLimit: 'None. The rules above apply to every carrier and province.',
  anyCarrier: 'Every carrier',
  anyProvince: 'Every province',
  province: 'Province',
  insteadOf: 'instead of {{limit}} {{unit}}',
  pauses: 'Carrier holidays',
  pausesNote: 'Carriers rest on these days, so limits pause.',
  noPause: 'No carrier holidays ahead.',
  from: 'From',
  to: 'To',
  springFestival: 'Spring Festival',
  pauseName: 'Name',
  add: 'Add',
  remove: 'Remove',
  removePause: 'Remove {{name}}',
  save: 'Save rules',
  usual: 'Restore defaults',
  unsaved: 'Changes are not saved yet.',
  saved: 'Rules saved; parcels on their way are being checked again.',
};

export const buyerNotice: Wording<typeof chineseNotice> = {
  intro:
    'The masked text about a parcel can be copied with one key. With a webhook of your own, somebody can also send it there with one press; nothing goes out automatically.',
  hook: 'Notice webhook',
  notSet: 'Not set',
  set: 'set',
  signed: 'signed',
  unsigned: 'not signed',
  remove: 'Turn off',
  removed: 'The notice webhook is off',
  setUp: 'Set up',
  edit: 'Edit',
  save: 'Save',
  saved: 'Notice webhook saved',
  url: 'Address',
  urlHint: 'Begins with https://. It gets JSON: order number, waybill, state and the text, no personal data.',
  secret: 'Signing secret',
  secretHint: 'Optional. Each notice is signed with it (x-shipdesk-signature); kept encrypted.',
};
