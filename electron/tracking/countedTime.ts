import type { CarrierPause } from '../../shared/domain/cases/caseRules.ts';
import type { RestDays } from '../../shared/domain/cases/trackingCase.ts';
import { dayMs, hourMs, readShopDate, shopDayNo, startOfShopDay } from '../../shared/rules/shopTime.ts';

/** Days that do not count towards a limit. */
export interface RestCalendar {
  readonly rest: RestDays;
  readonly pauses: readonly CarrierPause[];
  /** Whose pauses these are; a pause that names no carrier is everybody's. */
  readonly carrier: string;
}

/** The first day of the epoch was a Thursday: 3 is a Sunday, 2 a Saturday. */
const sundayNo = 3;
/** More days than any limit and any row of pauses take; what rests for longer counts all the same. */
const mostDays = 500;

interface Pause {
  readonly carrier: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Read once for all the parcels of a round. */
const readPauses = new WeakMap<readonly CarrierPause[], readonly Pause[]>();

function pausesOf(pauses: readonly CarrierPause[]): readonly Pause[] {
  const known = readPauses.get(pauses);
  if (known !== undefined) return known;
  const read = pauses.flatMap(({ from, to, carrier }): Pause[] => {
    const firstAt = readShopDate(from);
    const lastAt = readShopDate(to);
    if (firstAt === null || lastAt === null) return [];
    return [{ carrier, firstDay: shopDayNo(firstAt), lastDay: shopDayNo(lastAt) }];
  });
  readPauses.set(pauses, read);
  return read;
}

function isRestDay(dayNo: number, { rest, pauses, carrier }: RestCalendar): boolean {
  const day = ((dayNo % 7) + 7) % 7;
  if (rest !== 'none' && day === sundayNo) return true;
  if (rest === 'weekend' && day === sundayNo - 1) return true;
  return pausesOf(pauses).some(
    (pause) =>
      dayNo >= pause.firstDay &&
      dayNo <= pause.lastDay &&
      (pause.carrier === '' || pause.carrier === carrier),
  );
}

/** When so many hours that count have passed since then, UTC ms. */
export function afterCountedHours(since: number, hours: number, calendar: RestCalendar): number {
  let left = hours * hourMs;
  let at = since;
  for (let day = 0; day < mostDays; day++) {
    const dayEnds = startOfShopDay(at) + dayMs;
    if (!isRestDay(shopDayNo(at), calendar)) {
      if (at + left < dayEnds) return at + left;
      left -= dayEnds - at;
    }
    at = dayEnds;
  }
  return at + left;
}
