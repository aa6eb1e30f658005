/** A spreadsheet program takes a text that begins like this for a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** A free text that no spreadsheet program runs: an apostrophe in front makes it text again. Numbers stay what they are. */
export function guardedText(text: string): string {
  const isNumber = /^[+-]?\d[\d., ]*$/.test(text);
  return formulaStart.test(text) && !isNumber ? `'${text}` : text;
}
