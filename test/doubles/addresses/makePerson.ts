import type { Chance } from './chance.ts';
import {
  companyKinds,
  companyStems,
  compoundSurnames,
  frequentSurnames,
  givenNames,
  latinNames,
  minorityNames,
  nicknames,
  rareSurnames,
  titles,
} from './personWords.ts';

export interface MadePerson {
  /** As it stands in the text. */
  readonly written: string;
  readonly name: string;
  readonly accept: readonly string[];
  readonly tag: string;
}

const plain = (name: string, tag: string): MadePerson => ({ written: name, name, accept: [], tag });

function givenName(chance: Chance): string {
  const given = chance.pick(givenNames);
  return given.length === 1 && chance.is(0.35) ? given + chance.pick(givenNames).charAt(0) : given;
}

/** Surname and given name, three in four with a frequent surname. */
export function commonName(chance: Chance): string {
  const surname = chance.is(0.7) ? chance.pick(frequentSurnames) : chance.pick(rareSurnames);
  return surname + givenName(chance);
}

function titled(chance: Chance): MadePerson {
  const surname = chance.is(0.9) ? chance.pick(frequentSurnames) : chance.pick(compoundSurnames);
  const name = surname + chance.pick(titles);
  return { written: name, name, accept: [surname], tag: 'title-name' };
}

function marked(chance: Chance): MadePerson {
  const name = commonName(chance);
  const mark = chance.pick(['收', '（收）', '(收)', ' 收', '先生', '女士', '老师', '亲启', '（先生）']);
  if (/^(?:先生|女士|老师)/.test(mark))
    return { written: name + mark, name: name + mark, accept: [name], tag: 'title-name' };
  return { written: name + mark, name, accept: [name + mark], tag: 'shou-suffix' };
}

/** A receiver; `inAnyLayout` leaves out what cannot be told without separators: nicknames, companies, foreign names. */
export function makePerson(chance: Chance, inAnyLayout: boolean): MadePerson {
  if (inAnyLayout) {
    return chance.among<MadePerson>([
      [80, () => plain(commonName(chance), 'plain-name')],
      [8, () => plain(chance.pick(compoundSurnames) + givenName(chance), 'compound-surname')],
      [12, () => titled(chance)],
    ]);
  }
  return chance.among<MadePerson>([
    [60, () => plain(commonName(chance), 'plain-name')],
    [6, () => plain(chance.pick(compoundSurnames) + givenName(chance), 'compound-surname')],
    [8, () => titled(chance)],
    [8, () => marked(chance)],
    [5, () => plain(chance.pick(nicknames), 'nickname')],
    [5, () => plain(chance.pick(minorityNames), 'minority-name')],
    [4, () => plain(chance.pick(latinNames), 'english-name')],
    [2, () => plain(chance.pick(givenNames.filter(({ length }) => length === 2)), 'given-name-only')],
    [2, () => plain(chance.pick(companyStems) + chance.pick(companyKinds), 'company-name')],
  ]);
}
