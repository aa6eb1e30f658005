import type { Freight, FreightLine, PriceStep, PriceTable, PriceZone } from '../../shared/domain/freight.ts';

export interface FreightQuestion {
  readonly accountId: string;
  readonly carrier: string;
  readonly province: string;
  readonly city: string;
  /** Of all parcels together; null: unknown. */
  readonly weightGrams: number | null;
  readonly parcelCount: number;
  readonly insuredFen: number;
  readonly codFen: number;
  /** `2026-11-25` */
  readonly day: string;
}

/** What a parcel costs by the merchant's own price tables, line by line, or why they give no price. */
export function estimateFreight(tables: readonly PriceTable[], question: FreightQuestion): Freight {
  if (question.carrier === '') return { isKnown: false, reason: 'no-carrier' };
  const table = choosePriceTable(tables, question);
  if (typeof table === 'string') return { isKnown: false, reason: table };
  const { weightGrams } = question;
  if (weightGrams === null || weightGrams <= 0) return { isKnown: false, reason: 'no-weight' };
  const zone = zoneOf(table, question);
  if (zone === undefined) return { isKnown: false, reason: 'no-zone' };
  const parcels = Math.max(1, question.parcelCount);
  const units = table.parcels === 'each' ? parcels : 1;
  const unitGrams = Math.ceil(weightGrams / units);
  const step = zone.steps.find(({ upToGrams }) => upToGrams === null || unitGrams <= upToGrams);
  if (step === undefined) return { isKnown: false, reason: 'overweight' };
  const lines = [
    ...stepLines(step, unitGrams, units),
    line('surcharge', zone.surchargeFen * units, units),
    line('perParcel', table.perParcelFen * parcels, parcels),
    line('insurance', shareOf(question.insuredFen, table.insuranceBasisPoints, table.insuranceLeastFen), 1),
    line('cod', shareOf(question.codFen, table.codBasisPoints, table.codLeastFen), 1),
  ].filter(({ kind, amountFen }) => amountFen > 0 || kind === 'flat' || kind === 'first');
  return {
    isKnown: true,
    amountFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    source: 'table',
    lines,
    tableName: table.name,
    zoneName: zone.name,
    checkedAt: null,
  };
}

/** The account's own table before one for all accounts; of several valid ones the latest. */
function choosePriceTable(
  tables: readonly PriceTable[],
  { accountId, carrier, day }: FreightQuestion,
): PriceTable | 'no-table' | 'not-valid-now' {
  const ofLane = tables.filter(
    (table) => table.carrier === carrier && (table.accountId === '' || table.accountId === accountId),
  );
  if (ofLane.length === 0) return 'no-table';
  const valid = ofLane.filter(
    ({ validFrom, validTo }) => (validFrom === '' || validFrom <= day) && (validTo === '' || day <= validTo),
  );
  const [best] = valid.sort(
    (a, b) =>
      Number(b.accountId !== '') - Number(a.accountId !== '') ||
      (a.validFrom === b.validFrom ? 0 : a.validFrom < b.validFrom ? 1 : -1),
  );
  return best ?? 'not-valid-now';
}

function zoneOf({ zones }: PriceTable, { province, city }: FreightQuestion): PriceZone | undefined {
  const named = (wanted: string) =>
    zones.find(({ places }) => places.some((place) => place.province === province && place.city === wanted));
  return (city === '' ? undefined : named(city)) ?? named('');
}

function stepLines(step: PriceStep, grams: number, units: number): FreightLine[] {
  if (step.kind === 'flat')
    return [{ kind: 'flat', amountFen: step.amountFen * units, count: units, grams: step.upToGrams }];
  const continued = Math.max(0, Math.ceil((grams - step.firstGrams) / step.stepGrams));
  return [
    { kind: 'first', amountFen: step.firstFen * units, count: units, grams: step.firstGrams },
    {
      kind: 'continued',
      amountFen: continued * step.stepFen * units,
      count: continued * units,
      grams: step.stepGrams,
    },
  ];
}

/** Half a fen or more rounds up. */
function shareOf(amountFen: number, basisPoints: number, leastFen: number): number {
  if (amountFen <= 0 || (basisPoints === 0 && leastFen === 0)) return 0;
  return Math.max(leastFen, Math.floor((amountFen * basisPoints + 5_000) / 10_000));
}

function line(kind: FreightLine['kind'], amountFen: number, count: number): FreightLine {
  return { kind, amountFen, count, grams: null };
}
