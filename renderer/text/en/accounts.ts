export const accounts = {
  more: 'Details',
  less: 'Hide',
  since: 'since',
  retryIn: 'tried again in {{left}}',
  resume: 'Try now',
  resumed: 'One call goes ahead; the result shows soon.',
  counts: 'Queue',
  countsText: 'waiting {{waiting}} · booking {{sending}} · unconfirmed {{unsure}}',
  pace: 'Rate limit',
  paceText: 'at most {{perSecond}} per second; {{booked}} booked in the last minute',
  finishAt: 'empty about {{time}}',
  balanceText: '{{total}} (asked {{time}})',
  balanceNone: 'not asked yet; the check before booking asks',
  week: 'Last 7 days',
  weekText: '{{calls}} calls, {{failures}} without a proper answer',
  breakerOpen: '{{name}}: {{failures}} of {{calls}} failed within two minutes; held back',
  breakerProbing: '{{name}}: {{failures}} of {{calls}} failed within two minutes; the next order tries',
  clock: {
    behind: 'The clock of this computer is {{seconds}} s behind; platforms may refuse its signatures.',
    ahead: 'The clock of this computer is {{seconds}} s ahead; platforms may refuse its signatures.',
    next: 'Switch on automatic time in the system settings.',
  },
  fallback: 'If the account is unavailable',
  fallbackNote: {
    wait: 'Orders stay in the queue and continue automatically.',
    backup:
      'Only orders that were certainly not booked change the account; an unknown outcome is found out first.',
    manual: 'Orders that were certainly not booked wait for a pre-printed or hand-obtained number.',
  },
  backupAccount: 'Backup account',
  noBackup: 'There is no other account.',
  fallbackSaved: 'What happens when it cannot book is saved.',
  moveNow_one: 'Hand {{count}} waiting order to the backup',
  moveNow_other: 'Hand {{count}} waiting orders to the backup',
  moveTitle_one: 'Hand {{count}} order to “{{name}}”?',
  moveTitle_other: 'Hand {{count}} orders to “{{name}}”?',
  moveNote:
    'Only what was not sent yet. What was sent and is unsure stays with this account until it is known.',
  moveYes: 'Hand over',
  moved_one: '{{count}} order now waits with the backup account.',
  moved_other: '{{count}} orders now wait with the backup account.',
  raise: 'Raise the pace for a while',
  raiseNote: 'Only with the platform’s written word; it ends automatically. Usually {{own}} per second.',
  raisePerSecond: 'Per second',
  raiseUntil: 'Until',
  raiseDays: {
    '0': 'end of today',
    '1': 'end of tomorrow',
    '3': 'in 3 days',
    '7': 'in 7 days',
    '15': 'in 15 days',
  },
  raiseDo: 'Raise',
  raiseOn: 'Raised to {{perSecond}} per second until {{time}}.',
  raiseOff: 'Back to the usual pace',
  required: '{{label}} (required)',
  carrierFields: 'Fields the carrier wants',
  carrierOf: 'Choose a carrier to see what it wants of an account',
  example: 'e.g. {{example}}',
};

/** Accounts that book nothing at the moment. */
export const lanes = {
  title: {
    broken: 'The platform of “{{name}}” cannot be reached, booking pauses',
    probing: 'Checking whether the platform of “{{name}}” is back',
    stopped: 'The platform refuses “{{name}}”, booking has stopped',
  },
  why_one: '{{count}} call of the last two minutes had no answer.',
  why_other: '{{count}} calls of the last two minutes had no answer.',
  safe_one: 'The {{count}} order in the queue was not sent; it is not lost.',
  safe_other: 'The {{count}} orders in the queue were not sent; none is lost.',
  unsure_one:
    '{{count}} order was sent and is unconfirmed: it is asked about by the same code and never booked twice.',
  unsure_other:
    '{{count}} orders were sent and are unconfirmed: they are asked about by the same code and never booked twice.',
  next: 'In {{left}} ({{time}}) one order is tried automatically; if it gets through, all go on.',
  probing: 'One order is tried now; if it gets through, all go on.',
  mended: 'It is fixed, try now',
  move_one: 'Give {{count}} order to “{{name}}”',
  move_other: 'Give {{count}} orders to “{{name}}”',
  toAccount: 'See the account',
  /** Short, for Today and the status bar. */
  today: '{{name}}: tries again in {{left}}',
  todayWaiting_one: '{{name}}: tries again in {{left}}, {{count}} order waits',
  todayWaiting_other: '{{name}}: tries again in {{left}}, {{count}} orders wait',
  bar: 'Booking paused, next try in {{left}}',
};

/** The journal of outside calls. */
export const journal = {
  renew: 'Start a new journal',
  renewTitle: 'Start a new journal of outside calls?',
  renewNote:
    'The present one is kept aside as evidence, not deleted. Queued orders, present ones and those imported within a week are then looked up at the platform and booked only if nothing is there. Please also compare the latest waybills with the platform’s own list.',
  renewed_one: 'Started anew; {{count}} queued order is looked up at the platform',
  renewed_other: 'Started anew; {{count}} queued orders are looked up at the platform',
  ever: 'the last backup',
  gap: 'The journal of outside calls is new: bookings since {{since}} are looked up first',
  gapNext:
    'Compare with the platform’s own list of waybills since then: enter those missing here by hand, cancel orders whose waybill was cancelled there, and enter again waybills that were entered by hand and are gone.',
};

export const goLive = {
  title: 'Before it goes live',
  note: 'Runs one small order with the platform’s test id and test key: once signature, create, query, print and cancel have passed, the account may book for real. The test key is used this once and not kept.',
  testMerchantId: 'Test id (empty: the account’s own)',
  testSecret: 'Test key',
  testEndpoint: 'Test address',
  testEndpointPublic: 'Test address (empty: the published one)',
  run: 'Run the small order',
  running: 'Running; mostly under a minute…',
  passed: 'All passed: “{{name}}” may book for real.',
  failed: '“{{name}}” has not passed everything; see the step below.',
  at: 'tried',
};
