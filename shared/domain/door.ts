/** What a program may do that knocks at the automation door; a token has some of these. */
export const doorScopes = [
  'orders:write',
  'orders:read',
  'labels:read',
  'tracking:read',
  'events:read',
] as const;
export type DoorScope = (typeof doorScopes)[number];

/** Port on this computer, unless a manager names another. */
export const usualDoorPort = 47_800;
export const doorPorts = { least: 1024, most: 65_535 } as const;

/** Its state in the program that keeps it; `taken`: another program has the port. */
export const doorStates = ['closed', 'open', 'taken'] as const;
export type DoorState = (typeof doorStates)[number];

export const tokenStates = ['inUse', 'expired', 'revoked'] as const;
export type TokenState = (typeof tokenStates)[number];

/** Of programs on this computer. */
export const doorAddress = (port: number): string => `http://127.0.0.1:${port}/v1`;

/** Tokens end: nobody remembers which programs still hold one. */
export const tokenDays = { least: 1, most: 730, usual: 365 } as const;

/** The events a program hears of: what happened, named by what it happened to. */
export const doorEventTypes = [
  'order.added',
  'order.changed',
  'booking.booked',
  'booking.refused',
  'booking.unsure',
  'booking.voided',
  'label.printed',
  'label.unsure',
  'label.failed',
  'parcel.handed-over',
  'tracking.changed',
  'alarm.raised',
  'alarm.cleared',
] as const;
export type DoorEventType = (typeof doorEventTypes)[number];

/** `dead`: it was tried for a day. */
export type DeliveryState = 'waiting' | 'dead';

/** Orders in one call; more go in several. */
export const mostOrdersACall = 1_000;

/** What a program says of an order it hands over: may it be shipped? */
export const givenStates = ['open', 'held', 'refund-asked', 'refunded', 'cancelled'] as const;
export type GivenState = (typeof givenStates)[number];
