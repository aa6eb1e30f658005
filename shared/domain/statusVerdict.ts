/**
 * What a status word of a platform means for the parcel: it may go out · it went out already · it never goes out (unpaid,
 * cancelled, refunded) · a person decides each time.
 */
export const statusVerdicts = ['ship', 'shipped', 'never', 'ask'] as const;
export type StatusVerdict = (typeof statusVerdicts)[number];
