/** null: no address. The engine has a word for that; the oldest Node this runs on does not know it. */
export function readWebAddress(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
