/** A passphrase that is to protect a workspace, in characters; or so many different words. */
export const passphraseForm = { characters: 8, words: 4 } as const;

/** What is left when everything easy to guess is taken out. */
const leastOwnCharacters = 6;

/** Counted as one character each: what everybody tries first. The longer ones before those they hold. */
const commonParts: readonly string[] = [
  'iloveyou|password|passw0rd|passwort|welcome|letmein|sunshine|princess|football|baseball|我爱你',
  'shipdesk|fahuotai|woaini|administrator|admin|abc123|qazwsx|1q2w3e4r|1q2w3e|zaq12wsx|5201314|1314520|88888888',
  'qwertyuiop|qwerty|asdfghjkl|asdfgh|zxcvbnm|zxcvbn|发货台',
].flatMap((line) => line.split('|'));

/** null: good enough. `short`: too few signs; `plain`: a row, a repeat or what everybody takes. */
export type PassphraseProblem = 'short' | 'plain';

/** The one rule of window and command line for a new passphrase. */
export function passphraseProblem(passphrase: string): PassphraseProblem | null {
  const plain = passphrase.normalize('NFKC').toLowerCase().trim();
  const words = new Set(plain.split(/\s+/u));
  if ([...plain].length < passphraseForm.characters && words.size < passphraseForm.words) return 'short';
  return ownCharacters([...words].join('')) < leastOwnCharacters ? 'plain' : null;
}

/** Characters that do not follow from the ones before them. */
function ownCharacters(text: string): number {
  const period = /^(.+?)\1+$/su.exec(text)?.[1] ?? text;
  const rest = commonParts.reduce((left, part) => left.replaceAll(part, '\u0000'), period);
  const signs = [...rest].map((sign) => sign.codePointAt(0) ?? 0);
  const own = signs.filter((sign, place) => {
    const before = signs[place - 1];
    return before === undefined || Math.abs(sign - before) > 1;
  });
  return Math.min(own.length, new Set(own).size + 1);
}
