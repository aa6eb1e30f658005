/** Bytes a step: a call takes only so many arguments. */
const stepBytes = 8_192;

export function base64OfBytes(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += stepBytes)
    text += String.fromCharCode(...bytes.subarray(from, from + stepBytes));
  return btoa(text);
}
