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
  /** What it was changed to and why; null: taken as it stands. */
  readonly change: Correction | null;
}

/**
 * Cuts a text at its spans, in order, and hangs each correction on the piece it changed; a span that overlaps an earlier
 * one or lies outside is left out.
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
