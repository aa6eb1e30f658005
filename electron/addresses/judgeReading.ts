import type { AddressIssue, AddressReading } from '../../shared/domain/addressReading.ts';
import type { RegionChoice } from './chooseRegion.ts';
import type { FoundName } from './findName.ts';
import type { ResolvedRegion } from './resolveRegion.ts';
import type { TakenNumbers } from './takeNumbers.ts';

export interface Evidence {
  readonly numbers: TakenNumbers;
  readonly choice: RegionChoice | null;
  readonly region: ResolvedRegion | null;
  readonly name: FoundName | null;
  readonly detail: string;
  readonly town: string;
  readonly zone: string;
  /** Left over, apart from what only talks to the shop. */
  readonly unread: string;
}

/** Reasons to stop: such a row cannot be shipped as it is. */
const rejecting: ReadonlySet<AddressIssue> = new Set(['masked', 'no_region', 'phone_invalid']);
/** Facts that need no look. */
const harmless: ReadonlySet<AddressIssue> = new Set(['extension_present', 'old_name_corrected']);

/** A reading that is less sure than this wants a look even when nothing is wrong with it. */
const reviewBelow = 0.8;

function issuesOf(evidence: Evidence): AddressIssue[] {
  const { numbers, region, choice, name } = evidence;
  const certain = region?.certain ?? null;
  const hasDistricts = certain !== null && certain.level !== 'district' && certain.children.length > 0;
  const districtMissing = region !== null && region.candidates.length === 0 && hasDistricts;
  const outside = /^(?:台湾省|香港特别行政区|澳门特别行政区)$/.test(region?.province ?? '');
  const found: [AddressIssue, boolean][] = [
    ['masked', numbers.masked],
    ['missing_phone', numbers.phone === '' && !numbers.broken],
    ['phone_invalid', numbers.broken],
    ['extension_present', numbers.extension !== ''],
    ['two_phones', numbers.otherPhones.length > 0],
    ['name_missing', name === null],
    ['name_uncertain', name !== null && nameConfidence(evidence) < 0.85],
    ['no_region', region === null],
    ['district_missing', districtMissing],
    ['district_ambiguous', (region?.candidates.length ?? 0) > 0],
    [
      'old_name_corrected',
      (region?.corrections ?? []).some(({ reason }) => /:|upgraded|merged|renamed|split/.test(reason)),
    ],
    ['region_conflict', contradicts(choice)],
    ['zone_not_district', districtMissing && evidence.zone !== ''],
    ['outside_mainland', outside],
    ['detail_missing', evidence.detail === '' && evidence.town === ''],
    ['leftover_text', /[\p{L}\p{N}]{2}/u.test(evidence.unread)],
  ];
  return found.filter(([, holds]) => holds).map(([issue]) => issue);
}

const contradicts = (choice: RegionChoice | null): boolean =>
  choice !== null && choice.conflicts.length + choice.left.length > 0;

function nameConfidence({ name, numbers, detail, town }: Evidence): number {
  // A text without a phone is mostly an address alone; one with a phone nearly always names somebody.
  if (name === null) return numbers.phone === '' ? 0.88 : 0.5;
  if (name.rule === 'label') return name.score >= 12 ? 0.98 : 0.9;
  if (name.rule === 'glued') return name.score >= 7 ? 0.86 : 0.7;
  const base = name.score >= 8 ? 0.97 : name.score >= 5.5 ? 0.93 : 0.75;
  return detail === '' && town === '' ? base - 0.1 : base;
}

function regionConfidence({ choice, region }: Evidence): number {
  if (choice === null || region === null) return 0.3;
  if (region.candidates.length > 0) return region.likely ? 0.5 : 0.4;
  if (contradicts(choice)) return 0.5;
  const base = choice.score >= 16 ? 0.99 : choice.score >= 9 ? 0.96 : choice.score >= 6 ? 0.85 : 0.6;
  if (region.district !== '') return base;
  return region.certain !== null && region.certain.children.length === 0 ? base : Math.min(base, 0.7);
}

function detailConfidence(evidence: Evidence): number {
  if (evidence.detail === '' && evidence.town === '') return evidence.name === null ? 0.85 : 0.5;
  const region = regionConfidence(evidence);
  const leftover = /[\p{L}\p{N}]{2}/u.test(evidence.unread) ? 0.15 : 0;
  return Math.max(0.1, Math.min(0.97, nameConfidence(evidence), region + 0.1) - leftover);
}

/** Confidence, issues and the verdict: print, print with a glance, stop. */
export function judgeReading(evidence: Evidence): Pick<AddressReading, 'confidence' | 'status' | 'issues'> {
  const issues = issuesOf(evidence);
  const { numbers } = evidence;
  const region = regionConfidence(evidence);
  const name = nameConfidence(evidence);
  const phone =
    numbers.phone === '' ? (numbers.broken || numbers.masked ? 0.2 : 0.95) : numbers.local ? 0.6 : 0.99;
  const detail = detailConfidence(evidence);
  const round = (value: number): number => Math.round(value * 100) / 100;
  const overall = Math.min(region, name, phone, detail);
  const rejected = issues.some((issue) => rejecting.has(issue));
  const looks = issues.some((issue) => !harmless.has(issue));
  return {
    confidence: {
      overall: round(overall),
      region: round(region),
      name: round(name),
      phone: round(phone),
      detail: round(detail),
    },
    status: rejected ? 'reject' : looks || overall < reviewBelow ? 'review' : 'ok',
    issues,
  };
}
