const host = 'https://api.kdniao.com';
const orderPath = '/api/EOrderService';
const queryPath = '/Ebusiness/EbusinessOrderHandle.aspx';
const pickupPath = '/api/OOrderService';
const addressPath = '/api/dist';

/** Interface numbers used here and where each lives in production. */
const pathOf = {
  '1007': orderPath,
  '1147': orderPath,
  '1127': orderPath,
  '1002': queryPath,
  '8001': queryPath,
  '8002': queryPath,
  '2002': queryPath,
  '1001': pickupPath,
  '1004': pickupPath,
  '1801': pickupPath,
  '1802': pickupPath,
  '1814': pickupPath,
  '1815': pickupPath,
  '1008': addressPath,
  '8008': addressPath,
  '6001': addressPath,
  '6004': addressPath,
  '6006': addressPath,
} as const;

export type RequestType = keyof typeof pathOf;

/** Articles of 2025 name `EOrderService2` and `OOrderService2` and warn that they are not open to everybody. */
export type ServiceEdition = '' | '2';

/**
 * The URL of one interface. An account's own endpoint replaces it for every interface: a URL with a path is used as it
 * is (the vendor's sandbox is one gateway for all), a bare host gets the production path.
 */
export function endpointOf(
  requestType: RequestType,
  endpoint: string | null,
  edition: ServiceEdition = '',
): string {
  const path = pathOf[requestType];
  const whole = path === orderPath || path === pickupPath ? path + edition : path;
  if (endpoint === null) return host + whole;
  const origin = /^(https?:\/\/[^/?#]+)\/?$/i.exec(endpoint.trim())?.[1];
  return origin === undefined ? endpoint.trim() : origin + whole;
}
