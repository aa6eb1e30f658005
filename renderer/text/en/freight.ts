/** The freight estimated when an order was booked. */
export const freight = {
  each: '{{amount}} ({{count}} parcels, {{each}} each on average)',
  by: { table: 'by the price table “{{table}}” {{zone}}', platform: 'as the platform said' },
  unknown: {
    'no-table': 'no price table',
    'not-valid-now': 'no price table was valid that day',
    'no-weight': 'no weight',
    'no-zone': 'no zone for this place',
    overweight: 'heavier than the table goes',
    'no-carrier': 'no carrier',
  },
};
