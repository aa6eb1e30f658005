/** As texts of rules and orders are compared: full-width and half-width alike, upper and lower case alike. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
