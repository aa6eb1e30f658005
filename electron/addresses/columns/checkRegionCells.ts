import type { AddressReading, RegionCandidate } from '../../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import { divisionLevels, namesOf } from '../divisions/division.ts';
import type { Divisions } from '../divisions/loadDivisions.ts';
import { aroundChange } from '../text/changeLead.ts';

type RegionPath = Pick<AddressReading, (typeof divisionLevels)[number]>;

/** Reads a text without name and phone. */
type ReadRegion = (text: string) => AddressReading;

/** More help nobody. */
const mostCandidates = 6;

function pathOf({ province, city, district }: RegionPath): RegionPath {
  return { province, city, district };
}

/** Could both be true? A level that one of them leaves out contradicts nothing. */
function agree(left: RegionPath, right: RegionPath): boolean {
  return divisionLevels.every(
    (level) => left[level] === '' || right[level] === '' || left[level] === right[level],
  );
}

/**
 * Cells of which no meaning fits the path that was read, by what they name today: 西湖区 is a district of two cities. 桥西区 of 邢台, which is
 * 信都区 now, fits although 石家庄 has a 桥西区 still.
 */
function contradictingCells(
  columns: ReceiverColumns,
  path: RegionPath,
  divisions: Divisions,
): readonly RegionPath[] {
  return divisionLevels.flatMap((level) => {
    const meanings = divisions.names.exact(columns[level].trim());
    const inForce = meanings.filter(({ kind }) => kind === 'full');
    const whole =
      inForce.length === 0 ? [] : meanings.filter(({ kind }) => kind === 'full' || kind === 'old');
    if (whole.some(({ division }) => agree(namesOf(division), path))) return [];
    return inForce.map(({ division }) => namesOf(division));
  });
}

/** A full path that the address states for itself, when it is none of the columns': 浙江省杭州市西湖区文三路90号. */
function statedByAddress(address: string, cells: RegionPath, read: ReadRegion): AddressReading | null {
  if (cells.province === '' || !/[省市]|自治|特别行政/.test(address)) return null;
  const reading = read(address);
  const isStated =
    reading.district !== '' &&
    reading.candidates.length === 0 &&
    address.includes(reading.district) &&
    (address.includes(reading.city) || address.includes(reading.province));
  return isStated && !agree(reading, cells) ? reading : null;
}

function distinctPaths(candidates: readonly RegionCandidate[]): RegionCandidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ province, city, district }) => {
    const key = `${province} ${city} ${district}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Below this a person looks before anything is printed. */
const conflictConfidence = 0.5;

function inConflict(reading: AddressReading, candidates: readonly RegionCandidate[]): AddressReading {
  const others = reading.issues.filter(
    (issue) => issue !== 'region_conflict' && issue !== 'district_missing' && issue !== 'leftover_text',
  );
  const { confidence } = reading;
  return {
    ...reading,
    confidence: {
      ...confidence,
      region: Math.min(confidence.region, conflictConfidence),
      overall: Math.min(confidence.overall, conflictConfidence),
    },
    status: reading.status === 'reject' ? 'reject' : 'review',
    issues: [...others, 'region_conflict'],
    candidates: distinctPaths(candidates).slice(0, mostCandidates),
  };
}

/**
 * Checks what was read from region columns against each cell and against the address. Where they cannot all be true, the
 * reading is a conflict with every legal path as a candidate, that of the columns first.
 */
export function checkRegionCells(
  reading: AddressReading,
  columns: ReceiverColumns,
  divisions: Divisions,
  read: ReadRegion,
): AddressReading {
  const { province, district, town, detail } = reading;
  const cellTexts = divisionLevels.map((level) => columns[level].trim());
  const cellsText = cellTexts.join(' ').trim();
  if (cellsText === '') return reading;
  const cells = read(cellsText);
  const changed = aroundChange(columns.address);
  const stated = statedByAddress(changed?.behind ?? columns.address, cells, read);
  if (stated !== null) {
    // The address as written: which part of it is the street depends on whom a person believes.
    const ofColumns = { ...pathOf(cells), town: '', detail: columns.address.trim() };
    return inConflict({ ...reading, ...ofColumns, leftover: '' }, [
      { ...ofColumns, detail: changed?.front.trim() ?? ofColumns.detail, reason: 'columns' },
      { ...pathOf(stated), town: stated.town, detail: stated.detail, reason: 'address' },
    ]);
  }
  const path = pathOf(reading);
  const contradicting = province === '' ? [] : contradictingCells(columns, path, divisions);
  if (contradicting.length === 0) return reading;
  // 西湖区 that fits no city stays in front of the street when nobody asks for it; here it is a candidate.
  const street = district === '' ? detail.replace(columns.district.trim(), '').trim() : detail;
  const named = contradicting.map((other) => ({ ...other, town, detail: street, reason: 'column' }));
  // Cells that do not fit the path are candidates now; a remark beside them is still left over.
  const leftover = reading.leftover.split(' ').filter((text) => !cellTexts.includes(text));
  return inConflict({ ...reading, detail: street, leftover: leftover.join(' ') }, [
    { ...path, town, detail: street, reason: 'columns' },
    ...named,
  ]);
}
