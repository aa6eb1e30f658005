import { formatPhone } from './formatPhone.ts';

/** A phone as it may be shown: grouped, tabular; the core has masked it where the viewer lacks the right. */
export function MaskedText({ phone, extension }: { readonly phone: string; readonly extension?: string }) {
  return <span className="number">{formatPhone(phone, extension)}</span>;
}
