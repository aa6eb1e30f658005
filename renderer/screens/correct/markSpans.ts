import type { Reading } from '../../bridge/queries/correctQueries.ts';

type Span = Reading['spans'][number];

export interface MarkedPiece {
  readonly text: string;
  /** Field this piece was understood as; null between fields. */
  readonly field: string | null;
  readonly start: number;
}

/** Cuts a text at its spans, in order; a span that overlaps an earlier one or lies outside is left out. */
export function markSpans(text: string, spans: readonly Span[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at || span.end > text.length || span.end <= span.start) continue;
    if (span.start > at) pieces.push({ text: text.slice(at, span.start), field: null, start: at });
    pieces.push({ text: text.slice(span.start, span.end), field: span.field, start: span.start });
    at = span.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), field: null, start: at });
  return pieces;
}
