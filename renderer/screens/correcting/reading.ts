import type { Party } from '../../../shared/domain/party.ts';
import { regionText } from '../../parts/form/RegionHits.tsx';

type ConfidenceWord = 'sure' | 'likely' | 'doubtful' | 'guess';

/** Confidence (0..1) as a word; nobody acts differently on 0.71 and 0.74. */
export function confidenceWord(confidence: number): ConfidenceWord {
  if (confidence >= 0.9) return 'sure';
  if (confidence >= 0.7) return 'likely';
  return confidence >= 0.5 ? 'doubtful' : 'guess';
}

/** A rule id with optional year (`merged:2015`) as a text key and its params; unknown rules get a plain word. */
const known = [
  'merged',
  'renamed',
  'upgraded',
  'split',
  'divided',
  'moved',
  'filled-from-child',
  'alias',
  'traditional',
  'town',
  'zone',
  'area-code',
  'only-child',
  'same-name',
  'similar',
  'learned',
  'columns',
  'column',
  'address',
  'note',
  'short-name',
  'other-column',
  'filler',
  'repeated',
  'characters',
  'phone-form',
  'name-only',
] as const;
type ReasonKey = (typeof known)[number] | 'other';

export function reasonText(reason: string): { readonly key: ReasonKey; readonly year: string } {
  const [rule = '', year = ''] = reason.split(':');
  return { key: known.find((name) => name === rule) ?? 'other', year };
}

interface Span {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

interface Correction {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface MarkedPiece {
  readonly text: string;
  /** Field this piece was understood as; null between fields. */
  readonly field: string | null;
  readonly start: number;
  /** What it was changed to and why; null: taken as it is. */
  readonly change: Correction | null;
}

/**
 * Cuts a text at its spans, in order, and hangs each correction on the piece it changed; a span that overlaps an earlier
 * one or is outside is left out.
 */
export function markSpans(
  text: string,
  spans: readonly Span[],
  corrections: readonly Correction[] = [],
): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  const changeOf = (field: string, piece: string): Correction | null =>
    corrections.find(
      ({ field: changed, from }) => changed === field && from !== '' && piece.includes(from),
    ) ?? null;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at || span.end > text.length || span.end <= span.start) continue;
    if (span.start > at)
      pieces.push({ text: text.slice(at, span.start), field: null, start: at, change: null });
    const piece = text.slice(span.start, span.end);
    pieces.push({ text: piece, field: span.field, start: span.start, change: changeOf(span.field, piece) });
    at = span.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), field: null, start: at, change: null });
  return pieces;
}

const furtherFields = ['detail', 'name', 'phone'] as const;

/** What taking `after` would change, in one line: only the fields that differ. Empty: nothing. */
export function changedParts(before: Party, after: Party): string {
  const parts: string[] = [];
  const regionFields = ['province', 'city', 'district'] as const;
  const isElsewhere = regionFields.some((field) => before[field] !== after[field]);
  // Its town is part of the name of a place.
  if (isElsewhere) parts.push(regionText(after));
  for (const field of isElsewhere ? furtherFields : (['town', ...furtherFields] as const))
    if (before[field] !== after[field] && after[field] !== '') parts.push(after[field]);
  if (before.extension !== after.extension && after.extension !== '') parts.push(`-${after.extension}`);
  return parts.join(' ');
}
