import type { PrintRoute } from '../../../../shared/contracts/printContract.ts';

/** A new rule goes to the end, where it takes nothing from those before it. */
export function addRoute(routes: readonly PrintRoute[], printerUri: string): PrintRoute[] {
  return [...routes, { carrier: '', shop: '', size: '', printerUri }];
}

export function changeRoute(
  routes: readonly PrintRoute[],
  at: number,
  part: Partial<PrintRoute>,
): PrintRoute[] {
  return routes.map((route, index) => (index === at ? { ...route, ...part } : route));
}

export function removeRoute(routes: readonly PrintRoute[], at: number): PrintRoute[] {
  return routes.filter((_, index) => index !== at);
}

/** Earlier rules win, so the order is part of what they say. */
export function moveRoute(routes: readonly PrintRoute[], at: number, by: 1 | -1): PrintRoute[] {
  const moved = routes[at];
  const to = at + by;
  if (moved === undefined || to < 0 || to >= routes.length) return [...routes];
  const others = removeRoute(routes, at);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}
