import type { booking as chinese } from '../zh-CN/booking.ts';
import type { Wording } from '../zh-CN/zhCN.ts';

export const booking: Wording<typeof chinese> = {
  story: 'How it got its number',
  earlierCodes_one: '{{count}} earlier order code',
  earlierCodes_other: '{{count}} earlier order codes',
  orderCode: 'Order code',
  copyCode: 'Copy the order code',
  title: {
    queued: 'Waiting in the queue',
    delayed: 'Not sent yet, tried again later',
    sending: 'Waiting for the platform’s reply',
    asking: 'Not known yet whether it was booked',
    'asking-now': 'Asking the platform whether it was booked',
    person: 'A person must say whether it was booked',
    voiding: 'Not known yet whether it was given back',
  },
  why: {
    title: 'Why this carrier',
    now: 'Booked now, it would go with',
    hold: 'Held by a rule: {{reason}}',
    none: 'No account or carrier can take it yet.',
    freight: 'about {{amount}}',
    ask: 'Ask for the price',
    arrives: 'arrives {{when}}',
    change: 'To change it, tick this order and choose account and carrier below; a person’s choice wins.',
    toRules: 'See the rules',
  },
  row: { known: 'Known', unknown: 'Not known', next: 'Next', may: 'You can' },
  known: {
    queued: 'Nothing was sent.',
    delayed: 'Nothing was sent; the platform has no such order.',
    sending: 'The request went to “{{account}}”, {{time}}.',
    asking: 'The request went to “{{account}}”, {{time}}; no answer that can be trusted came back.',
    'asking-now': 'The request went to “{{account}}”, {{time}}; no answer that can be trusted came back.',
    person:
      'The request went to “{{account}}”, {{time}}. It was asked about {{count}} times with the same code, without an answer.',
    voiding: '“{{account}}” was asked to cancel {{waybillNo}}; no answer that can be trusted came back.',
  },
  unknown: {
    sending: 'Whether the platform has made a waybill.',
    asking:
      'Whether the platform has made a waybill. Until that is known, no new code, platform or carrier is tried.',
    'asking-now':
      'Whether the platform has made a waybill. Until that is known, no new code, platform or carrier is tried.',
    person: 'Whether the platform has made a waybill. Until that is known, this order is not booked again.',
    voiding: 'Whether the waybill is cancelled. Do not hand the parcel over yet.',
  },
  next: {
    queued: 'It is sent when its turn comes.',
    delayed: 'Tried again by itself in {{left}}.',
    sending: 'Shown as soon as the reply is here; without one it is asked about with the same code.',
    asking: 'Asked again with the same code in {{left}}: question {{check}} of at most {{all}}.',
    'asking-now': 'Asked with the same code; the answer is here soon.',
    person: 'The program asks no more by itself and waits for you.',
    voiding: 'Not repeated by itself. Cancelling once more is safe: a number that is cancelled stays so.',
  },
  ask: {
    now: 'Ask now',
    again: 'Ask once more',
    done: 'Asked with the same code; the answer shows here.',
    found: 'Yes, enter the number',
    missing: 'There is no such order',
    question: 'Search the order code above on the platform’s own site: is there a waybill number?',
    voidAgain: 'Cancel once more',
    mayNot:
      'This platform does not promise one number a code: not seeing one is no reason to send it again. Have its support look up the code.',
  },
  notThere: {
    title: 'Is there no such order at the platform?',
    note: 'The same code {{orderCode}} is sent once more. Should the platform have it after all, it answers with the first number; there will be no second one.',
    how: 'How did you check',
    howHint: 'For example: searched the code on their site. It is kept in the order’s history.',
    yes: 'It is not there; send it again',
    done: 'Queued again under the same code.',
  },
  give: {
    title: 'Enter the number found at the platform',
    note: 'This order is then printed and followed under this number and not booked again.',
    number: 'Waybill number',
    save: 'Use this number',
    saved: 'Order {{orderNo}} now has waybill {{waybillNo}}.',
  },
  step: {
    planned: 'Put into the queue',
    sending: 'Sent, waiting for the reply',
    next: 'Next try',
    nextCheck: 'Question {{check}}',
    person: 'Waiting for a person',
  },
  callResult: {
    book: { happened: 'Number given', 'did-not-happen': 'Refused', unknown: 'No answer to trust' },
    find: { happened: 'Number found', 'did-not-happen': 'Not found', unknown: 'No answer to trust' },
    void: { happened: 'Cancelled', 'did-not-happen': 'Not cancelled', unknown: 'No answer to trust' },
  },
};
