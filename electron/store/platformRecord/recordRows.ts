import type { EvidenceKind, NoteKind } from '../../../shared/domain/platformRecord/platformRecord.ts';
import type { SetUpItem } from '../../../shared/domain/platformRecord/setUp.ts';

/** What was agreed with the platform of an account. */
export interface StoredSupportTerms {
  readonly accountId: string;
  readonly termsJson: string;
  readonly version: number;
  readonly changedAt: number;
  /** Name; empty: the owner. */
  readonly changedBy: string;
}

/** A copy of a file, sealed in the database: it lies in every backup and outlives the file it was taken from. */
export interface StoredEvidence {
  readonly id: string;
  readonly accountId: string;
  readonly kind: EvidenceKind;
  /** The file's name. */
  readonly name: string;
  readonly byteCount: number;
  /** Hex, SHA-256: that what is given out is what was attached. */
  readonly digest: string;
  /** Base64 of the file. */
  readonly sealedContent: string;
  /** `2027-05-31`; empty: it does not run out, or nobody said. */
  readonly validUntil: string;
  readonly addedAt: number;
  readonly addedBy: string;
}

/** Something that was reported to the platform and that it has to answer for. */
export interface StoredIncident {
  readonly id: string;
  readonly accountId: string;
  readonly title: string;
  /** What the platform calls it; empty: nothing. */
  readonly ticketNo: string;
  /** The terms agreed when it began: later terms do not change it. */
  readonly termsJson: string;
  readonly startedAt: number;
  readonly notedBy: string;
  readonly answeredAt: number | null;
  readonly solvedAt: number | null;
  readonly outcome: string;
  readonly version: number;
}

export interface StoredRecordNote {
  readonly id: string;
  readonly accountId: string;
  readonly kind: NoteKind;
  /** Who was spoken with; empty: nobody said. */
  readonly person: string;
  readonly text: string;
  /** A file of the same record; null: none. */
  readonly evidenceId: string | null;
  /** The incident it belongs to; null: none. */
  readonly incidentId: string | null;
  readonly at: number;
  readonly writtenBy: string;
}

/** An item of the set-up that only a person can know to be done. */
export interface StoredSetUpTick {
  readonly item: SetUpItem;
  readonly at: number;
  readonly tickedBy: string;
}

export interface PlatformRecordTables {
  readonly supportTerms: StoredSupportTerms;
  readonly recordEvidence: StoredEvidence;
  readonly recordIncidents: StoredIncident;
  readonly recordNotes: StoredRecordNote;
  readonly setUpTicks: StoredSetUpTick;
}
