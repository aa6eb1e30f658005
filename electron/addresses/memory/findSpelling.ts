import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import type { Party } from '../../../shared/domain/party.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import { divisionLevels } from '../divisions/division.ts';
import type { Divisions } from '../divisions/loadDivisions.ts';
import { legalRegion } from './legalRegion.ts';

/** A word for a place; longer ones are sentences. */
const placeWord = /^\p{Script=Han}{2,8}$/u;
/** Words for roads, buildings and the like stand in many places. */
const notAPlace =
  /(?:路|街|道|巷|弄|里|号|栋|幢|座|楼|室|单元|小区|花园|公寓|大厦|广场|公司|学校|大学|医院|酒店|宿舍|超市)$/u;

/**
 * The one word of the merchant's that a correction explains: the place was changed, the rest stands as it was written or
 * lost just this word. Empty: the change was more than that, or the word is a division of its own (鼓楼区 is in four
 * cities; which one is meant no shop's habit tells).
 */
export function findSpelling(
  columns: ReceiverColumns,
  reading: AddressReading,
  accepted: Party,
  divisions: Divisions,
): string {
  if (divisionLevels.every((level) => reading[level] === accepted[level])) return '';
  const before = unspaced(reading.town + reading.detail);
  const after = unspaced(accepted.town + accepted.detail);
  const word = before === after ? wordBeside(columns, reading, accepted) : wordTakenOut(before, after);
  const isFit =
    placeWord.test(word) && !notAPlace.test(word) && word !== reading.name && word !== accepted.name;
  return isFit && !isDivision(word, divisions) ? word : '';
}

/** The detail is untouched: the word stood in a region cell of its own, or is the zone or the text that fitted nowhere. */
function wordBeside(columns: ReceiverColumns, reading: AddressReading, accepted: Party): string {
  const cells = divisionLevels
    .filter((level) => columns[level].trim() !== '' && !isSaid(columns[level].trim(), accepted[level]))
    .map((level) => columns[level].trim());
  if (cells.length > 1) return '';
  return cells[0] ?? (reading.zone || reading.leftover.trim());
}

/** Zones are set off by a space; people write them together. */
function unspaced(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** 陕西 says 陕西省, and a filler says nothing against anything. */
function isSaid(cell: string, name: string): boolean {
  return name.startsWith(cell) || cell === '市辖区' || cell === '县';
}

/** What one cut makes of the text before; empty when it was more than one cut. */
function wordTakenOut(before: string, after: string): string {
  const cutLength = before.length - after.length;
  if (cutLength <= 0) return '';
  let start = 0;
  while (start < after.length && before[start] === after[start]) start += 1;
  return before.slice(start + cutLength) === after.slice(start) ? before.slice(start, start + cutLength) : '';
}

function isDivision(word: string, divisions: Divisions): boolean {
  return divisionLevels.some((level) => {
    const asked = { province: '', city: '', district: '', [level]: word };
    return legalRegion(asked, divisions).unknown === '';
  });
}
