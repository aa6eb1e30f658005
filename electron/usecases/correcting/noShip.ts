import {
  type NoShipEntry,
  type NoShipPlace,
  noShipFields,
  noShipLengths,
} from '../../../shared/domain/addressKnowledge.ts';
import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import type { PostalAddress } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { legalRegion } from '../../addresses/memory/legalRegion.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';

/** The merchant's own list of places it does not send to, oldest first. */
export function readNoShip({ noShip }: Repositories): Promise<NoShipEntry[]> {
  return noShip.all();
}

/** Adds a place with its legal names; a carrier may be given by code or name. */
export async function addNoShip(
  workspace: Workspace,
  place: NoShipPlace & { readonly reason: string },
): Promise<Outcome<NoShipEntry>> {
  const tooLong = noShipFields.find((field) => place[field].trim().length > noShipLengths[field]);
  if (tooLong !== undefined)
    return failure('NO_SHIP_TEXT_TOO_LONG', { field: tooLong, limit: noShipLengths[tooLong] });
  const carrier = place.carrier.trim() === '' ? '' : readCarrierCode(place.carrier);
  if (carrier === null) return failure('NO_SHIP_CARRIER_UNKNOWN', { carrier: place.carrier });
  const { unknown, ...region } = legalRegion(place, workspace.divisions);
  if (unknown !== '') return failure('NO_SHIP_PLACE_UNKNOWN', { name: unknown });
  const town = place.town.trim();
  const word = place.word.trim();
  if (`${region.province}${region.city}${region.district}${town}${word}` === '')
    return failure('NO_SHIP_PLACE_EMPTY');
  const row: NoShipEntry = {
    id: workspace.nextId(),
    carrier,
    ...region,
    town,
    word,
    reason: place.reason.trim(),
    createdAt: workspace.clock.now(),
  };
  return tryChange(workspace, ['addressKnowledge'], async (write) => {
    if (!(await write.noShip.insert(row))) return failure('NO_SHIP_ENTRY_EXISTS');
    await recordAct(workspace, write, {
      kind: 'no-ship-added',
      what: noShipPlaceText(row),
      reason: row.reason,
    });
    return done(row);
  });
}

const levels = ['province', 'city', 'district', 'town'] as const;

/** Entries of the merchant's no-ship list that an address falls under, whatever the carrier; an empty field fits all. */
export function findNoShip(address: PostalAddress, entries: readonly NoShipEntry[]): NoShipEntry[] {
  return entries.filter((entry) => {
    const fits = levels.every((level) => entry[level] === '' || entry[level] === address[level]);
    return fits && (entry.word === '' || `${address.town}${address.detail}`.includes(entry.word));
  });
}

/** Orders that waited because of it keep waiting: a person looks at them once more. */
export function removeNoShip(workspace: Workspace, id: string): Promise<Outcome<NoShipEntry[]>> {
  return tryChange(workspace, ['addressKnowledge'], async (write): Promise<Outcome<NoShipEntry[]>> => {
    const entry = (await readNoShip(write)).find((one) => one.id === id);
    if (entry === undefined || !(await write.noShip.remove(id))) return failure('NO_SHIP_ENTRY_NOT_FOUND');
    await recordAct(workspace, write, { kind: 'no-ship-removed', what: noShipPlaceText(entry) });
    return done(await readNoShip(write));
  });
}

/** An entry in one line: 新疆维吾尔自治区 乌鲁木齐市 “部队”. */
export function noShipPlaceText(place: Omit<NoShipPlace, 'carrier'>): string {
  const { province, city, district, town, word } = place;
  const region = `${province}${city === province ? '' : city}${district}${town}`;
  return [region, word === '' ? '' : `“${word}”`].filter((text) => text !== '').join(' ');
}
