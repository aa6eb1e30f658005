/** A receiver's name with what speaks for it. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly score: number;
  readonly rule: 'label' | 'token' | 'glued';
  /** How far the next best candidate lies behind, where there was one; a small lead is a guess. */
  readonly lead?: number;
}
