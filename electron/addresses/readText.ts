import type {
  AddressCorrection,
  AddressReading,
  RegionCandidate,
} from '../../shared/domain/addressReading.ts';
import { saysWait } from '../../shared/domain/intake/noteWords.ts';
import type { Divisions } from './divisions/loadDivisions.ts';
import { findAddressee } from './names/addressee.ts';
import { type FoundName, findName } from './names/findName.ts';
import { takeRetold } from './names/retold.ts';
import { type TakenNumbers, takeNumbers } from './numbers/takeNumbers.ts';
import { chooseRegion, type RegionChoice } from './regions/chooseRegion.ts';
import { sideBySide } from './regions/conflicts.ts';
import { findRegionHits } from './regions/findRegionHits.ts';
import { readPlace, takeRegion } from './regions/readPlace.ts';
import type { ResolvedRegion } from './regions/resolveRegion.ts';
import { withoutChangeLead } from './text/changeLead.ts';
import { findLabels, isNoise, isNoiseTogether, type Label } from './text/findLabels.ts';
import { type NormalText, normaliseText, readLimit, startOf } from './text/normaliseText.ts';
import { Ownership } from './text/ownership.ts';
import { findStreetChange, keptStreet } from './text/streetChange.ts';
import { freeTokens, neighbour, noteFrom, opensNote, type Token } from './text/tokens.ts';
import { judgeReading } from './verdict/judgeReading.ts';

/** What columns of their own have said already, so that the text is not asked for it. */
interface KnownContact {
  readonly name?: FoundName | undefined;
  readonly numbers?: TakenNumbers | undefined;
}

/** The words that say what follows: those of a form, and where none names the receiver those of talk. */
function labelsOf(normal: NormalText, owned: Ownership): readonly Label[] {
  const labels = findLabels(normal, owned);
  const addressee = labels.some(({ field }) => field === 'name') ? null : findAddressee(normal, owned);
  return addressee === null ? labels : [...labels, addressee].sort((a, b) => a.start - b.start);
}

/** Takes the text of labels that are neither name, phone nor address: remarks, order numbers, goods. */
function takeLabels(normal: NormalText, owned: Ownership, labels: readonly Label[]): void {
  for (const label of labels) owned.take(label.start, label.end, 'label');
  labels.forEach((label, index) => {
    if (label.field !== 'other') return;
    const lineEnd = normal.text.indexOf('\n', label.end);
    const nextLabel = labels[index + 1]?.start ?? normal.text.length;
    const stop = Math.min(nextLabel, lineEnd === -1 ? normal.text.length : lineEnd);
    const [value] = freeTokens(normal, owned, label.end, stop);
    // 订单号: with its number taken already must not take the name behind it.
    if (value !== undefined && neighbour(owned, normal.text, value.start - 1, -1) !== 'leftover')
      owned.take(value.start, value.end, 'leftover');
  });
}

/**
 * 重庆 in front of 攀枝花市东区 is told as a conflict and must not end up in the street address; a whole address in front keeps
 * its region, since a person may want that one. 长春 in front of 彰化縣 that has turned out to be the receiver is no conflict.
 */
function settleConflicts(
  { plain }: NormalText,
  choice: RegionChoice | null,
  name: FoundName | null,
  owned: Ownership,
): RegionChoice | null {
  if (choice === null || choice.conflicts.length === 0) return choice;
  const conflicts = choice.conflicts.filter(
    (hit) => name === null || hit.end <= name.start || hit.start >= name.end,
  );
  let { start: front } = choice;
  for (const hit of [...conflicts].reverse()) {
    if (!sideBySide(plain, hit.end, front)) continue;
    owned.take(hit.start, hit.end, 'leftover');
    front = hit.start;
  }
  return { ...choice, conflicts };
}

/** Takes what only talks to the shop; returns the words that are left. */
function takeNoise(tokens: readonly Token[], owned: Ownership): readonly Token[] {
  let noteEnd = 0;
  return tokens.filter((token, at) => {
    if (at >= noteEnd && opensNote(token)) {
      const note = noteFrom(tokens, at);
      if (isNoiseTogether(note)) noteEnd = at + note.length;
    }
    if (at >= noteEnd && !isNoise(token)) return true;
    owned.take(token.start, token.end, 'leftover');
    return false;
  });
}

const lengthOf = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, token) => sum + token.text.length, 0);

/** What is left over, empty when it is hardly more than the words to the shop that were taken out of `free`, none of them a wish to wait. */
function unreadOf(leftover: string, free: readonly Token[], tokens: readonly Token[]): string {
  if (leftover === '') return '';
  const shown = leftover.slice(0, readLimit);
  if (saysWait(shown)) return shown;
  const noiseLength = lengthOf(free) - lengthOf(tokens);
  return shown.replace(/\s/g, '').length > noiseLength + 1 ? shown : '';
}

/** Address text is what is left of the words; with an address label only what stands behind it. */
function takeDetail(
  tokens: readonly Token[],
  owned: Ownership,
  labels: readonly Label[],
  choice: RegionChoice | null,
): void {
  const isLabelled = labels.some((label) => label.field === 'address');
  const regionStart = choice?.start ?? Number.POSITIVE_INFINITY;
  let passed = 0;
  for (const { start, end } of tokens) {
    while ((labels[passed]?.end ?? Number.POSITIVE_INFINITY) <= start) passed += 1;
    const outside = isLabelled && labels[passed - 1]?.field !== 'address' && start < regionStart;
    owned.take(start, end, outside ? 'leftover' : 'detail');
  }
}

function correctionsOf(
  normal: NormalText,
  choice: RegionChoice | null,
  region: ResolvedRegion | null,
): readonly AddressCorrection[] {
  const corrections = region?.corrections ?? [];
  if (choice === null || normal.text === normal.plain) return corrections;
  const all = [...corrections];
  for (const { start, end, division } of choice.hits) {
    const from = normal.text.slice(start, end);
    const to = normal.plain.slice(start, end);
    if (from !== to) all.push({ field: division.level, from, to, reason: 'traditional' });
  }
  return all;
}

function leftoverText(normal: NormalText, spans: AddressReading['spans']): string {
  let text = '';
  for (const { field, start, end } of spans)
    if (field === 'leftover') text += `${normal.original.slice(start, end)} `;
  return text.trim();
}

/** Of a text with two addresses, of two districts or of one, each by itself, the chosen one first; null: there is one alone. */
function halvesOf(normal: NormalText, { start, end, otherStart }: RegionChoice): readonly string[] | null {
  const { original, plain } = normal;
  if (otherStart !== null) {
    const at = startOf(normal, Math.max(otherStart, start));
    const [front, behind] = [withoutChangeLead(original.slice(0, at)), original.slice(at)];
    return otherStart > start ? [front, behind] : [behind, front];
  }
  const change = findStreetChange(normal, end);
  if (change === null) return null;
  const kept = keptStreet(plain.slice(end, change.front), plain.slice(change.behind));
  const behind =
    original.slice(0, startOf(normal, end + kept.length)) + original.slice(startOf(normal, change.behind));
  return [original.slice(0, startOf(normal, change.front)), behind];
}

/** A person says which is meant. A half is not cut again. */
function readHalves(halves: readonly string[], divisions: Divisions): readonly RegionCandidate[] {
  return halves.flatMap((half) => {
    const { province, city, district, town, detail } = understand(half, divisions, {}, true);
    return province === '' ? [] : [{ province, city, district, town, detail, reason: 'address' }];
  });
}

/** Numbers of the columns win; what the address text adds is kept as well. */
function joinNumbers(columns: TakenNumbers | undefined, text: TakenNumbers): TakenNumbers {
  if (columns === undefined) return text;
  const inText = text.phone === '' ? [] : [text.phone, ...text.otherPhones];
  const more = inText.filter((phone) => phone !== columns.phone && !columns.otherPhones.includes(phone));
  return {
    ...columns,
    masked: columns.masked || text.masked,
    otherPhones: [...columns.otherPhones, ...more],
    postcode: columns.postcode || text.postcode,
  };
}

/**
 * Understands one free text: name, phone, region and detail in any order, with or without labels; `known` is what columns said
 * already. Pure and deterministic; never throws. What is not sure is said in `issues` and `candidates`, what fits no field stands
 * in `leftover`. `detail` starts behind the town; `fullDetail` gives both. Fields are taken one after the other, the surest
 * first; each takes its characters out of the text.
 */
export function readText(text: string, divisions: Divisions, known: KnownContact = {}): AddressReading {
  return understand(text, divisions, known, false);
}

function understand(
  text: string,
  divisions: Divisions,
  known: KnownContact,
  isHalf: boolean,
): AddressReading {
  const normal = normaliseText(text);
  const owned = new Ownership(normal);
  const numbers = joinNumbers(known.numbers, takeNumbers(normal, owned));
  const labels = labelsOf(normal, owned);
  takeLabels(normal, owned, labels);
  const hits = findRegionHits(normal, divisions.names, owned);
  const chosen = chooseRegion(normal.plain, hits, owned);
  if (chosen !== null) takeRegion(normal, owned, chosen);
  const free = freeTokens(normal, owned);
  const tokens = takeNoise(free, owned);
  const hasPhone = numbers.phone !== '' || numbers.masked || numbers.broken;
  const name = known.name ?? findName(normal, owned, labels, tokens, hasPhone);
  if (known.name === undefined && name !== null) owned.take(name.start, name.end, 'name');
  takeRetold(normal, owned, known.name === undefined ? name : null, tokens, chosen, hits);
  const choice = settleConflicts(normal, chosen, known.name === undefined ? name : null, owned);
  takeDetail(tokens, owned, labels, choice);
  const { region, town, detail, zone, judged } = readPlace(normal, owned, choice, numbers.phone, divisions);
  const spans = owned.spans();
  const leftover = leftoverText(normal, spans);
  const unread = unreadOf(leftover, free, tokens);
  const halves = isHalf || choice === null ? null : halvesOf(normal, choice);
  const hasTwoStreets = halves !== null && choice?.otherStart === null;
  const evidence = { numbers, choice, region, name, judged, zone, unread, hasTwoStreets };
  const { confidence, status, issues } = judgeReading(evidence);
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
    confidence,
    status,
    issues,
    corrections: correctionsOf(normal, choice, region),
    candidates:
      halves === null
        ? [...(region?.candidates ?? []), ...(region?.offers ?? [])].map((path) => ({
            ...path,
            town,
            detail,
          }))
        : readHalves(halves, divisions),
    spans,
  };
}
