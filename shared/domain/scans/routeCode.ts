/** More than SF ever writes, its programs fill up to 128; a QR code of so many signs fits every label. */
export const mostRouteSigns = 200;

/** One value: printable ASCII, of which any reader reads the same. */
const pair = String.raw`'k\d{1,2}':'[\x20-\x26\x28-\x7e]{0,60}'`;
const routeForm = new RegExp(String.raw`^M+=\{${pair}(?:,${pair})*\}$`, 'i');
const numberPair = /'k5':'([^']*)'/gi;
const numberForm = /^(?=.*\d)[A-Z0-9-]{6,30}$/i;

/**
 * The waybill number in the text of an SF label's QR code: `MMM={'k1':'755W','k2':'755BF',…,'k5':'SF7444404156506',…}`. SF's own
 * printing programs fill up in front with more M. null: it is no such text, or it names no number, or two.
 */
export function numberInRouteText(text: string): string | null {
  if (text.length > mostRouteSigns || !routeForm.test(text)) return null;
  const [first, second] = [...text.matchAll(numberPair)];
  const number = first?.[1] ?? '';
  return second === undefined && numberForm.test(number) ? number : null;
}
