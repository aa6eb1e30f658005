/** Ciphertext of platform interfaces saved as a table: behind a mark of its own, or a long base64 run. */
const cipher = /^(?:~|\${1,2}|#)[A-Za-z0-9+/=]{8,}|^[A-Za-z0-9+/]{24,}={0,2}$/;
/** What some platforms write instead of the receiver. */
const policyText = /仅.{0,12}可查看|已加密|已脱敏|暂不可见/;

export function isMaskedName(text: string): boolean {
  return (
    /[*＊●•]/.test(text) ||
    cipher.test(text) ||
    policyText.test(text) ||
    /^\d{2,4}:[A-Za-z0-9_-]{6,}$/.test(text)
  );
}

export function isMaskedPhone(text: string): boolean {
  return /[*＊●•]|x{3,}/i.test(text) || cipher.test(text) || policyText.test(text);
}

/** A single `*` in an address may be a multiplication sign (2*5 栋); two in a row never are. */
export function isMaskedAddress(text: string): boolean {
  return /[*＊]{2,}|[●•]{2,}|x{4,}/i.test(text) || cipher.test(text) || policyText.test(text);
}
