import type { Wording } from '../wording.ts';
import type { parcelCare as chinese } from '../zh-CN/parcelCare.ts';

export const parcelCare: Wording<typeof chinese> = {
  notice: {
    moment: '{{date}} {{time}}',
    order: 'The parcel of order {{orderNo}} ({{carrier}} {{waybillNo}}): {{state}}.',
    parcel: 'The parcel ({{carrier}} {{waybillNo}}): {{state}}.',
    noNews: 'The carrier has no tracking of it yet.',
    last: 'Latest update ({{at}}): {{text}}.',
    late: 'It was due by {{at}} and is late; we are following it up.',
    expected: 'The carrier’s platform expects it by {{at}}.',
    usual: 'Most recent parcels on this route arrived by {{at}}.',
    checked: 'As known at {{at}}.',
  },
  carrierHelp: {
    stop: 'Hello, I am the sender of {{carrier}} number {{waybillNo}}. Please stop it and return it to the sender.',
    readdress:
      'Hello, I am the sender of {{carrier}} number {{waybillNo}}. The address has changed; please redirect it to the one I will tell you.',
    hurry:
      'Hello, {{carrier}} number {{waybillNo}} has not moved for long. Please look for it and deliver it soon.',
    tail: 'The receiver’s phone ends in {{tail}}.',
  },
  carrierWish: { stop: 'Stop and return', readdress: 'Change the address', hurry: 'Hurry up' },
  promiseStanding: {
    'no-promise': 'No promise',
    'in-time': 'In time for its promise',
    'at-risk': 'Promise at risk',
    late: 'Past its promise',
    'arrived-in-time': 'Arrived as promised',
    'arrived-late': 'Arrived after its promise',
  },
  promiseFrom: {
    person: 'entered here',
    carrier: 'said by the carrier on booking',
    shop: 'promised by the shop platform',
  },
  returnState: { expected: 'Expected', received: 'Received', dropped: 'Dropped' },
};
