import type { AddressCorrection, AddressReading } from '../../shared/domain/addressReading.ts';
import { assembleDetail } from './assembleDetail.ts';
import { chooseRegion, type RegionChoice } from './chooseRegion.ts';
import { findLabels, type Label } from './findLabels.ts';
import { findName } from './findName.ts';
import { isNoise } from './findNoise.ts';
import { findRegionHits } from './findRegionHits.ts';
import { findTown } from './findTown.ts';
import { findZone } from './findZone.ts';
import { judgeReading } from './judgeReading.ts';
import type { Divisions } from './loadDivisions.ts';
import { type NormalText, normaliseText } from './normaliseText.ts';
import { Ownership } from './ownership.ts';
import { type ResolvedRegion, resolveRegion } from './resolveRegion.ts';
import { takeNumbers } from './takeNumbers.ts';
import { freeTokens } from './tokens.ts';

/** Takes the text of labels that are neither name, phone nor address: remarks, order numbers, goods. */
function takeLabels(normal: NormalText, owned: Ownership, labels: readonly Label[]): void {
  for (const label of labels) owned.take(label.start, label.end, 'label');
  labels.forEach((label, index) => {
    if (label.field !== 'other') return;
    const lineEnd = normal.text.indexOf('\n', label.end);
    const next = labels[index + 1]?.start ?? normal.text.length;
    const stop = Math.min(next, lineEnd === -1 ? normal.text.length : lineEnd);
    const [value] = freeTokens(normal, owned, label.end, stop);
    if (value !== undefined) owned.take(value.start, value.end, 'leftover');
  });
}

function takeRegion(owned: Ownership, choice: RegionChoice): void {
  for (const hit of choice.hits) owned.take(hit.start, hit.end, hit.division.level);
  // What stands between the levels (市辖区, dashes) belongs to the level behind it.
  for (let at = choice.end - 1; at > choice.start; at -= 1) {
    const owner = owned.ownerAt(at);
    if (owned.isContent(at - 1) && owner !== undefined) owned.take(at - 1, at, owner);
  }
}

/** Address text is what is left; with an address label only what stands behind it. */
function takeDetail(
  normal: NormalText,
  owned: Ownership,
  labels: readonly Label[],
  choice: RegionChoice | null,
): void {
  const labelled = labels.some((label) => label.field === 'address');
  for (const token of freeTokens(normal, owned)) {
    const label = [...labels].reverse().find((other) => other.end <= token.start);
    const outside = labelled && label?.field !== 'address' && (choice === null || token.start < choice.start);
    owned.take(token.start, token.end, outside ? 'leftover' : 'detail');
  }
}

function takeNoise(normal: NormalText, owned: Ownership): void {
  for (const token of freeTokens(normal, owned)) {
    if (isNoise(token)) owned.take(token.start, token.end, 'leftover');
  }
}

function traditionalNotes(normal: NormalText, choice: RegionChoice | null): AddressCorrection[] {
  return (choice?.hits ?? []).flatMap((hit): AddressCorrection[] => {
    const from = normal.text.slice(hit.start, hit.end);
    const to = normal.plain.slice(hit.start, hit.end);
    return from === to ? [] : [{ field: hit.division.level, from, to, reason: 'traditional' }];
  });
}

function chooseFrom(normal: NormalText, owned: Ownership, divisions: Divisions): RegionChoice | null {
  return chooseRegion(normal.plain, findRegionHits(normal.plain, divisions.names, owned), owned);
}

function leftoverText(normal: NormalText, owned: Ownership): string {
  const parts = owned.spans().filter(({ field }) => field === 'leftover');
  return parts
    .map(({ start, end }) => normal.original.slice(start, end))
    .join(' ')
    .trim();
}

/**
 * Understands one free text: name, phone, region and detail in any order, with or without labels. Pure and
 * deterministic; never throws. What is not sure is said in `issues` and `candidates`, what fits no field stands
 * in `leftover`.
 */
export function parseAddress(text: string, divisions: Divisions): AddressReading {
  const normal = normaliseText(text);
  const owned = new Ownership(normal);
  const numbers = takeNumbers(normal.text, owned);
  const labels = findLabels(normal.text, owned);
  takeLabels(normal, owned, labels);
  const choice = chooseFrom(normal, owned, divisions);
  if (choice !== null) takeRegion(owned, choice);
  takeNoise(normal, owned);
  const name = findName(normal, owned, labels, numbers.phone !== '');
  if (name !== null) owned.take(name.start, name.end, 'name');
  takeDetail(normal, owned, labels, choice);
  const whole = assembleDetail(normal, owned);
  const region = choice === null ? null : resolveRegion(choice, normal.plain, whole.plain, divisions);
  const town = townOf(region, whole.plain, divisions);
  for (const place of whole.places.slice(0, town.length)) {
    owned.release(place, place + 1);
    owned.take(place, place + 1, 'town');
  }
  const detail = town === '' ? whole.text : assembleDetail(normal, owned).text;
  const zone = findZone(whole.plain.slice(town.length));
  const leftover = leftoverText(normal, owned);
  const verdict = judgeReading({ numbers, choice, region, name, detail, town, zone, leftover });
  return {
    name: name?.name ?? '',
    phone: numbers.phone,
    extension: numbers.extension,
    otherPhones: numbers.otherPhones,
    postcode: numbers.postcode,
    province: region?.province ?? '',
    city: region?.city ?? '',
    district: region?.district ?? '',
    town,
    detail,
    zone,
    leftover,
    ...verdict,
    corrections: [...(region?.corrections ?? []), ...traditionalNotes(normal, choice)],
    candidates: region?.candidates ?? [],
    spans: owned.spans(),
  };
}

function townOf(region: ResolvedRegion | null, plainDetail: string, divisions: Divisions): string {
  const within = region?.certain ?? null;
  if (within === null || within.level === 'province') return '';
  return findTown(plainDetail, within, divisions.towns)?.name ?? '';
}
