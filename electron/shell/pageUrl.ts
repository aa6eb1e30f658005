/** The one scheme and host a page of ours can have. */
export const pageScheme = 'app';
const pageHost = 'shipdesk';
export const pageUrl = `${pageScheme}://${pageHost}/index.html`;

/** Is this address a page of ours? Parsed, never matched by its beginning: `app://shipdesk.evil/` is a stranger. */
export function isPageUrl(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return protocol === `${pageScheme}:` && host === pageHost && username === '' && password === '';
  } catch {
    return false;
  }
}
