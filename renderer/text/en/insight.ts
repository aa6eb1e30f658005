export const insight = {
  tab: {
    board: 'Today’s board',
  },
  people: 'Needs attention',
  day: {
    strip: 'Today so far',
    booked: 'Booked',
    printed: 'Printed',
    collected: 'Picked up',
    signed: 'Delivered',
    people: 'Needs attention',
    neverAsked: 'Tracking was never checked',
    asked: 'Last checked {{when}}',
    usual: {
      none: 'No such weekday to compare with yet',
      same: 'As usual by now',
      more: '{{difference}} more than usual by now',
      less: '{{difference}} fewer than usual by now',
    },
  },
  hours: {
    title: 'Waybills booked per hour today',
    takenYesterday:
      '{{percent}} % of {{count}} parcels booked before {{hour}}:00 yesterday were picked up that day',
    taken: '{{percent}} % of {{count}} parcels booked before {{hour}}:00 on {{day}} were picked up that day',
    hour: 'Hour',
    toCome: 'still to come',
    booked: '{{count}} booked',
    usual: 'usually {{count}}',
    usualHead: 'Usual (same weekday)',
    noUsual: 'nothing to compare with',
    usualOf_one: 'dashed: the same weekday last week',
    usualOf_other: 'dashed: median of {{count}} same weekdays',
    cutOff: 'Pickup {{hour}}:00',
  },
};

export const chart = {
  table: 'Table',
  turn: 'Switch between chart and table',
  turnKey: 'Switch between chart and table (T); Ctrl+C copies to Excel',
  unknown: 'unknown',
  few: 'small sample',
  asOf: 'as of {{when}}',
};
