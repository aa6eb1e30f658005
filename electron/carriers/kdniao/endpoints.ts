const host = 'https://api.kdniao.com';
const orderPath = '/api/EOrderService';
const queryPath = '/Ebusiness/EbusinessOrderHandle.aspx';
const pickupPath = '/api/OOrderService';
const addressPath = '/api/dist';

/** Interface numbers used here and where each lives in production. */
const pathOf = {
  '1007': orderPath,
  '1147': orderPath,
  '1002': queryPath,
  '8001': queryPath,
  '8002': queryPath,
  '2002': queryPath,
  '1814': pickupPath,
  '6001': addressPath,
} as const;

export type RequestType = keyof typeof pathOf;

/**
 * The URL of one interface. An account's own endpoint replaces it for every interface: a URL with a path is used as it
 * is (the vendor's sandbox is one gateway for all), a bare host gets the production path.
 */
export function endpointOf(requestType: RequestType, endpoint: string | null): string {
  if (endpoint === null) return host + pathOf[requestType];
  const origin = /^(https?:\/\/[^/?#]+)\/?$/i.exec(endpoint.trim())?.[1];
  return origin === undefined ? endpoint.trim() : origin + pathOf[requestType];
}
