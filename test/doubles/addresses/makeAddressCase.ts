import { pathOf } from '../../../electron/addresses/divisions/division.ts';
import type { Divisions } from '../../../electron/addresses/divisions/loadDivisions.ts';
import type { SampleCase } from '../../unit/electron/addresses/scoreSample.ts';
import { arrangeGlued, arrangeText } from './arrangeText.ts';
import { Chance } from './chance.ts';
import { type MadePerson, makePerson } from './makePerson.ts';
import { type MadePhone, makeGluedPhone, makePhone } from './makePhone.ts';
import {
  type MadeRegion,
  makeFormerRegion,
  makeOverseasRegion,
  makeRegion,
  makeSharedRegion,
} from './makeRegion.ts';
import { makeStreet } from './makeStreet.ts';

const nobody: MadePerson = { written: '', name: '', accept: [], tag: 'no-name' };
const noPhone: MadePhone = { written: '', phone: '', tags: ['no-phone'] };

interface WrittenRegion {
  readonly text: string;
  readonly tags: readonly string[];
}

function writeRegion(chance: Chance, { parts }: MadeRegion): WrittenRegion {
  const once = chance.among<WrittenRegion>([
    [76, () => ({ text: parts.join(''), tags: [] })],
    [12, () => ({ text: parts.join(' '), tags: ['spaces'] })],
    [5, () => ({ text: parts.join('-'), tags: ['dash-sep'] })],
    [2, () => ({ text: parts.join('，'), tags: ['punct'] })],
    [2, () => ({ text: parts.join('/'), tags: ['punct'] })],
    [1, () => ({ text: `中国${parts.join('')}`, tags: ['country'] })],
    [1, () => ({ text: `【${parts.join(' ')}】`, tags: ['brackets'] })],
  ]);
  if (!chance.is(0.08)) return once;
  const again = parts.slice(chance.is(0.6) ? 0 : -1).join('');
  const between = chance.pick([' ', '', ' ', '，', '中国']);
  return { text: `${once.text}${between}${again}`, tags: [...once.tags, 'dup-region'] };
}

function gluesTo(region: WrittenRegion, chance: Chance): string {
  if (region.tags.includes('dash-sep')) return '-';
  if (region.tags.includes('spaces')) return chance.is(0.7) ? ' ' : '';
  return chance.is(0.12) ? chance.pick([' ', '，', ' ']) : '';
}

function regionOf(chance: Chance, divisions: Divisions): MadeRegion {
  return chance.among<MadeRegion>([
    [86, () => makeRegion(chance, divisions)],
    [4, () => makeSharedRegion(chance, divisions)],
    [5, () => makeFormerRegion(chance, divisions)],
    [3, () => makeOverseasRegion(chance, divisions)],
  ]);
}

function besides(chance: Chance): { readonly front: string; readonly back: string; readonly tags: string[] } {
  if (chance.is(0.02)) return { front: `20${chance.digits(10)}`, back: '', tags: ['order-no'] };
  if (chance.is(0.03)) return { front: '', back: `${chance.int(1, 8)}${chance.digits(5)}`, tags: ['zip'] };
  if (chance.is(0.01))
    return {
      front: '',
      back: `${chance.int(1, 8)}${chance.digits(5)}19880412${chance.digits(3)}X`,
      tags: ['idcard'],
    };
  return { front: '', back: '', tags: [] };
}

/** One generated input with its answer; the same seed gives the same case. */
export function makeAddressCase(seed: number, divisions: Divisions): SampleCase {
  const chance = new Chance(seed);
  const region = regionOf(chance, divisions);
  const written = writeRegion(chance, region);
  const regionOnly = chance.is(0.01);
  const street = regionOnly ? { text: '', tags: ['region-only'] } : makeStreet(chance);
  const behind = `${region.town}${street.text}`;
  const glued = chance.is(0.1);
  const alone = !glued && chance.is(0.24);
  const person = alone ? nobody : chance.is(0.02) && !glued ? nobody : makePerson(chance, glued);
  const phone = alone ? noPhone : glued ? makeGluedPhone(chance) : makePhone(chance);
  const more = alone || glued ? { front: '', back: '', tags: [] } : besides(chance);
  const pieces = {
    address: `${written.text}${behind === '' ? '' : gluesTo(written, chance)}${behind}`,
    region: written.text,
    street: behind,
    name: person.written,
    phone: phone.written,
    front: more.front,
    back: more.back,
  };
  const arranged = alone
    ? { text: pieces.address, tags: ['addr-only'] }
    : glued
      ? arrangeGlued(chance, pieces)
      : arrangeText(chance, pieces);
  const tags = [
    ...new Set([
      ...region.tags,
      ...written.tags,
      ...street.tags,
      ...phone.tags,
      person.tag,
      ...more.tags,
      ...arranged.tags,
    ]),
  ];
  const ambiguous = region.candidates.length > 1;
  return {
    id: `M${seed}`,
    input: arranged.text,
    ...region.gold,
    name: person.name,
    phone: phone.phone,
    detail: behind,
    tags,
    accept: { name: person.accept, district: region.acceptDistricts },
    ...(region.gold.district === '' && region.town !== '' ? { detail_alt: [street.text] } : {}),
    ...(tags.includes('noise') ? { detail_scored: false } : {}),
    ...(ambiguous ? { ambiguous, candidates: region.candidates.map(namesOf) } : {}),
  };
}

function namesOf(division: MadeRegion['division']): readonly string[] {
  const { province, city, district } = pathOf(division);
  return [province.name, city?.name ?? '', district?.name ?? ''];
}
