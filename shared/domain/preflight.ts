/** What is looked at before a batch goes out. */
export const preflightNames = [
  'sender',
  'account',
  'health',
  'balance',
  'clock',
  'printer',
  'paper',
  'reach',
  'characters',
  'masked',
  'duplicates',
  'queue',
] as const;
export type PreflightName = (typeof preflightNames)[number];

/** `stop`: nothing should be booked before this is mended. `unknown`: it could not be looked at. */
export const preflightStates = ['ok', 'warn', 'stop', 'unknown'] as const;
export type PreflightState = (typeof preflightStates)[number];

/** What is looked at for each account of a batch; the rest is the same for all of them. */
export const preflightOfAccount: readonly PreflightName[] = [
  'account',
  'health',
  'balance',
  'reach',
  'characters',
  'masked',
  'queue',
];
