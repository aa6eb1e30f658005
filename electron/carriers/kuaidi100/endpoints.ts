const production = {
  query: ['https://poll.kuaidi100.com', '/poll/query.do'],
  subscribe: ['https://poll.kuaidi100.com', '/poll'],
  recognise: ['https://www.kuaidi100.com', '/autonumber/auto'],
  label: ['https://api.kuaidi100.com', '/label/order'],
  address: ['https://api.kuaidi100.com', '/address/resolution'],
  reach: ['https://api.kuaidi100.com', '/reachable.do'],
} as const;

export type Interface = keyof typeof production;

/**
 * The URL of one interface. An account's own endpoint takes the place of all three hosts; the vendor's paths follow it,
 * since they alone tell the interfaces apart. Two interfaces are documented with plain http; the hosts answer https too.
 */
export function endpointOf(name: Interface, endpoint: string | null): string {
  const [host, path] = production[name];
  return (endpoint === null ? host : endpoint.trim().replace(/\/+$/, '')) + path;
}
