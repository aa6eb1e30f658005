import type { AddressIssue, AddressReading } from '../../../shared/domain/addressReading.ts';
import type { FoundName } from '../names/foundName.ts';
import type { TakenNumbers } from '../numbers/takeNumbers.ts';
import type { RegionChoice } from '../regions/chooseRegion.ts';
import type { ResolvedRegion } from '../regions/resolveRegion.ts';
import { detailDoubts } from '../text/detailDoubts.ts';
import { calibrate } from './calibrate.ts';
import { type FieldScores, rateFields } from './rateFields.ts';

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
const reviewBelow = 0.9;
/** Below this the name is a guess that a person should see. */
const uncertainName = 0.9;

function issuesOf(evidence: Evidence, scores: FieldScores): AddressIssue[] {
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
    ['name_uncertain', name !== null && scores.name < uncertainName],
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
    ['leftover_text', /[\p{L}\p{N}]{2}/u.test(evidence.unread) || detailDoubts(evidence.detail) > 0],
  ];
  return found.filter(([, holds]) => holds).map(([issue]) => issue);
}

const contradicts = (choice: RegionChoice | null): boolean =>
  choice !== null && choice.conflicts.length + choice.left.length > 0;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Confidence, issues and the verdict: print, print with a glance, stop. */
export function judgeReading(evidence: Evidence): Pick<AddressReading, 'confidence' | 'status' | 'issues'> {
  const scores = rateFields(evidence);
  const issues = issuesOf(evidence, scores);
  const overall = calibrate(Math.min(scores.region, scores.name, scores.phone, scores.detail));
  const rejected = issues.some((issue) => rejecting.has(issue));
  const looks = issues.some((issue) => !harmless.has(issue));
  return {
    confidence: {
      overall: round(overall),
      region: round(scores.region),
      name: round(scores.name),
      phone: round(scores.phone),
      detail: round(scores.detail),
    },
    status: rejected ? 'reject' : looks || overall < reviewBelow ? 'review' : 'ok',
    issues,
  };
}
