import type { RepeatAnswer, StatusVerdict } from '../../../shared/domain/order.ts';

export interface Import {
  readonly id: string;
  readonly fileName: string;
  readonly format: string;
  readonly encoding: string;
  readonly profile: string;
  readonly rows: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly changed: number;
  readonly needsReview: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly durationMs: number;
  readonly at: number;
  readonly undoneAt: number | null;
}

export interface WatchedFile {
  readonly contentHash: string;
  readonly fileName: string;
  /** `taken`: its orders are stored, the file may still have to be moved · `failed`: refused, a person must see it · `seen`: one has. */
  readonly state: 'taken' | 'failed' | 'seen';
  readonly importId: string;
  /** Why it failed, empty when it did not. */
  readonly code: string;
  readonly reportJson: string;
  readonly at: number;
}

/** A header spelling this workspace added to the dictionary. */
export interface OwnSpelling {
  /** The header as it is looked up. */
  readonly spellingKey: string;
  /** The header as the person wrote it. */
  readonly spelling: string;
  readonly field: string;
  readonly createdAt: number;
}

/** A platform's status word that a person has explained. */
export interface StatusAnswer {
  readonly profile: string;
  /** In the form used for comparison: half-width, lower case, without blanks and commas. */
  readonly word: string;
  readonly verdict: StatusVerdict;
  readonly createdAt: number;
}

/** What identical rows of one order mean in files of one layout. */
export interface StoredRepeatAnswer {
  /** Identifies a set of headers. */
  readonly layout: string;
  readonly answer: RepeatAnswer;
  readonly createdAt: number;
}

/** A person's column choices for one set of headers. */
export interface StoredColumnMemory {
  readonly headerKey: string;
  readonly profile: string;
  readonly headersJson: string;
  readonly columnsJson: string;
  readonly uses: number;
  readonly usedAt: number;
}

export interface IntakeTables {
  readonly watchedFiles: WatchedFile;
  readonly imports: Import;
  readonly ownSpellings: OwnSpelling;
  readonly statusAnswers: StatusAnswer;
  readonly columnMemories: StoredColumnMemory;
  readonly repeatAnswers: StoredRepeatAnswer;
}
