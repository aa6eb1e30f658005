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

/** Tokens end: nobody remembers which programs still hold one. */
export const tokenDays = { least: 1, most: 730, usual: 365 } as const;

/** Orders in one call; more go in several. */
export const mostOrdersACall = 1_000;
