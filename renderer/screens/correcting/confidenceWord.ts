export type ConfidenceWord = 'sure' | 'likely' | 'doubtful' | 'guess';

/** Confidence (0..1) as a word; nobody acts differently on 0.71 and 0.74. */
export function confidenceWord(confidence: number): ConfidenceWord {
  if (confidence >= 0.9) return 'sure';
  if (confidence >= 0.7) return 'likely';
  return confidence >= 0.5 ? 'doubtful' : 'guess';
}
