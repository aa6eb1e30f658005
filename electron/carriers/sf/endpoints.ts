const production = 'https://bspgw.sf-express.com';
const path = '/std/service';

/**
 * One URL for every service. An account's own endpoint (the sandbox, Hong Kong) takes its place: with a path as it is, a
 * bare host with the usual path.
 */
export function endpointOf(endpoint: string | null): string {
  if (endpoint === null) return production + path;
  const origin = /^(https?:\/\/[^/?#]+)\/?$/i.exec(endpoint.trim())?.[1];
  return origin === undefined ? endpoint.trim() : origin + path;
}
