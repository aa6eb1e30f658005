/** How a platform hides a receiver; each way has its own remedy. */
export type Mask = 'asterisks' | 'cipher' | 'policy' | 'user-id';

/** Ciphertext of platform interfaces saved as a table: behind a mark of its own, or a long base64 run. */
const cipher = /^(?:~|\${1,2}|#)[A-Za-z0-9+/=]{8,}|^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9+/]{24,}={0,2}$/;
/** What some platforms write instead of the receiver. */
const policyText = /仅.{0,12}可查看|已加密|已脱敏|暂不可见|无权查看|已隐藏/;
/** `209:AbCdEf…`, or a run of ten and more letters and digits mixed: no person is called that. */
const userId = /^\d{2,4}:[A-Za-z0-9_-]{6,}$|^(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z0-9_=-]{10,}$/;
/** Nearly every cell has none of these marks: one look spares the other tests. */
const mayHide = /[*＊●•~$#=:xX仅已暂无\dA-Za-z]/;

function hidden(text: string): Mask | null {
  if (cipher.test(text)) return 'cipher';
  return policyText.test(text) ? 'policy' : null;
}

export function maskOfName(text: string): Mask | null {
  if (!mayHide.test(text)) return null;
  if (/[*＊●•]/.test(text)) return 'asterisks';
  return hidden(text) ?? (userId.test(text) ? 'user-id' : null);
}

export function maskOfPhone(text: string): Mask | null {
  if (/^\d*$/.test(text)) return null;
  return /[*＊●•]|x{3,}/i.test(text) ? 'asterisks' : hidden(text);
}

/** A single `*` in an address may be a multiplication sign (2*5 栋); two in a row never are. */
export function maskOfAddress(text: string): Mask | null {
  if (/[*＊]{2,}|[●•]{2,}|x{4,}/i.test(text)) return 'asterisks';
  return hidden(text);
}
