/** How long finished orders keep their personal data. */
export const retentionDays = { least: 30, most: 1_095, usual: 90 } as const;

/** Why an order keeps its personal data, what speaks most against it first. */
export const retentionReasons = [
  'unsure',
  'held',
  'not-sent',
  'not-delivered',
  'recent',
  'case-open',
  'return-open',
  'cod-open',
  'bill-open',
  'change-open',
  'label-open',
  'pickup-open',
  'regrouped',
] as const;
export type RetentionReason = (typeof retentionReasons)[number];
