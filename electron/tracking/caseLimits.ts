import type { CaseRule, CaseRuleSet } from '../../shared/domain/cases/caseRules.ts';
import type { CaseKind, LimitSource } from '../../shared/domain/cases/trackingCase.ts';
import { afterCountedHours } from './countedTime.ts';

/** How long parcels of one lane were silent at most before they arrived all the same. */
export interface LaneSilence {
  readonly hours: number;
  readonly parcels: number;
}

/** What the limits of one parcel depend on. */
interface Lane {
  readonly carrier: string;
  readonly province: string;
  readonly silence: LaneSilence | null;
}

export interface ParcelLimit {
  /** In the unit of its kind; null: it takes none. */
  readonly value: number | null;
  readonly from: LimitSource;
  readonly laneParcels: number | null;
}

/** The rules of the shop as they hold for one parcel. */
export interface ParcelLimits {
  isOn(kind: CaseKind): boolean;
  of(kind: CaseKind): ParcelLimit;
  /** When the limit of a kind, in hours, has passed since then; days of rest do not count. */
  passedAt(kind: CaseKind, since: number): number;
}

/** A lane never shortens a limit to less than this, nor lengthens it beyond twice. */
const leastLaneHours = 24;
const mostLaneFactor = 2;

export function parcelLimits({ rules, exceptions, pauses }: CaseRuleSet, lane: Lane): ParcelLimits {
  const { carrier, province, silence } = lane;
  const byKind = new Map<CaseKind, CaseRule>(rules.map((rule) => [rule.kind, rule]));

  const of = (kind: CaseKind): ParcelLimit => {
    const rule = byKind.get(kind);
    const value = rule?.limit ?? null;
    const fitting = exceptions
      .filter((one) => one.kind === kind)
      .filter((one) => one.carrier === '' || one.carrier === carrier)
      .filter((one) => one.province === '' || one.province === province)
      // The one that says most of the parcel; of two alike the first.
      .sort((one, other) => saysOf(other) - saysOf(one));
    const own = fitting[0];
    if (own !== undefined) return { value: own.limit, from: 'exception', laneParcels: null };
    if (value === null || silence === null || rule?.isByLane !== true)
      return { value, from: 'rule', laneParcels: null };
    const hours = Math.min(mostLaneFactor * value, Math.max(leastLaneHours, silence.hours));
    return { value: hours, from: 'lane', laneParcels: silence.parcels };
  };

  return {
    isOn: (kind) => byKind.get(kind)?.isOn ?? false,
    of,
    passedAt: (kind, since) =>
      afterCountedHours(since, of(kind).value ?? 0, {
        rest: byKind.get(kind)?.rest ?? 'none',
        pauses,
        carrier,
      }),
  };
}

/** Of a carrier, where nothing is known of the lane: for the plan, which weighs thousands of parcels at a time. */
export type LimitsOfCarrier = (carrier: string) => ParcelLimits;

export function limitsOfCarriers(rules: CaseRuleSet): LimitsOfCarrier {
  const known = new Map<string, ParcelLimits>();
  return (carrier) => {
    const limits = known.get(carrier) ?? parcelLimits(rules, { carrier, province: '', silence: null });
    known.set(carrier, limits);
    return limits;
  };
}

const saysOf = (one: { readonly carrier: string; readonly province: string }): number =>
  Number(one.carrier !== '') * 2 + Number(one.province !== '');
