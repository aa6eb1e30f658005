/** Accounts that book nothing at the moment. */
export const lanes = {
  title: {
    broken: 'The platform of “{{name}}” cannot be reached, booking pauses',
    probing: 'Looking whether the platform of “{{name}}” is back',
    stopped: 'The platform refuses “{{name}}”, booking stands still',
  },
  why_one: '{{count}} call of the last two minutes had no answer.',
  why_other: '{{count}} calls of the last two minutes had no answer.',
  safe_one: 'The {{count}} order in the queue was not sent; it is not lost.',
  safe_other: 'The {{count}} orders in the queue were not sent; none is lost.',
  unsure_one:
    '{{count}} order was sent and is unsure: it is asked about by the same code and never booked twice.',
  unsure_other:
    '{{count}} orders were sent and are unsure: they are asked about by the same code and never booked twice.',
  next: 'In {{left}} ({{time}}) one order is tried by itself; if it gets through, all go on.',
  probing: 'One order is tried now; if it gets through, all go on.',
  mended: 'It is mended, try now',
  move_one: 'Give {{count}} order to “{{name}}”',
  move_other: 'Give {{count}} orders to “{{name}}”',
  toAccount: 'See the account',
  /** Short, for Today and the status bar. */
  today: '{{name}}: tries again in {{left}}',
  todayWaiting_one: '{{name}}: tries again in {{left}}, {{count}} order waits',
  todayWaiting_other: '{{name}}: tries again in {{left}}, {{count}} orders wait',
  bar: 'Booking paused, next try in {{left}}',
};
