import type { StatusVerdict } from '../../../shared/domain/statusVerdict.ts';

/** Header slots of one set of headers → field the operator chose, null to leave the column out. */
export interface ColumnMemory {
  readonly profile: string;
  readonly columns: Readonly<Record<string, string | null>>;
}

/** What a workspace taught on top of the built-in dictionary. */
export interface OwnDictionary {
  /** Normalised header → canonical field. */
  readonly spellings: ReadonlyMap<string, string>;
  /** By header key. */
  readonly memories: ReadonlyMap<string, ColumnMemory>;
  /** By `statusKey`. */
  readonly statusAnswers: ReadonlyMap<string, StatusVerdict>;
}

export const emptyOwnDictionary: OwnDictionary = {
  spellings: new Map(),
  memories: new Map(),
  statusAnswers: new Map(),
};

/** Words mean what they mean at one platform: 待审核 is a cancelled order here and a paid one there. */
export function statusKey(profile: string, word: string): string {
  return `${profile}\u0000${word}`;
}
