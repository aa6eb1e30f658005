/** Chinese characters and the signs written among them; the dot between two parts keeps its spaces. */
const han = /[\p{Script=Han}\u3001-\u3011\uff01-\uff1f“”]/u;

/** These bring their own room after them. */
const wide = /[\u3001-\u3011\uff01-\uff1f]/u;

/** Of no text: they tell where a Chinese value begins and ends until the text around it is known. */
const [begins, ends] = ['\ue000', '\ue001'];
const marks = new RegExp(`[${begins}${ends}]`, 'g');
const beforeValue = new RegExp(`(${han.source}) ${begins}`, 'gu');
const afterValue = new RegExp(`${ends} (?=${han.source})`, 'gu');

/** Places of moments and of words everybody knows. A name somebody chose keeps its space: it would run into the text. */
const plainPlaces: ReadonlySet<string> = new Set(
  'age at carrier date day host left outcome since span time transport when'.split(' '),
);

/** A value about to be put into a place of a text. */
export function markHan(value: string, place: string): string {
  if (!plainPlaces.has(place)) return value;
  return `${han.test(value.slice(0, 1)) ? begins : ''}${value}${han.test(value.slice(-1)) ? ends : ''}`;
}

/**
 * Texts keep a space beside their places, for numbers and Latin words: 截至 11/29. A value that is Chinese itself stands
 * without one: 截至今天 14:05, 取中通快递运单号. What a value says, and the space between two values, stay as they are.
 */
export const joinHan = (text: string): string =>
  text.replace(beforeValue, '$1').replace(afterValue, '').replace(marks, '');

/** What is between two texts that meet in a line: nothing where both are Chinese there, or after a wide sign; else a space. */
export function gapBetween(before: string, after: string): string {
  const [last, first] = [before.slice(-1), after.slice(0, 1)];
  return first === '' || wide.test(last) || (han.test(last) && han.test(first)) ? '' : ' ';
}

/** Texts in one line, those that say nothing left out. */
export const joinTexts = (texts: readonly string[]): string =>
  texts.reduce((line, text) => (line === '' ? text : `${line}${gapBetween(line, text)}${text}`), '');
