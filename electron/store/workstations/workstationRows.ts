import type { ListActKind } from '../../../shared/domain/packing/handover.ts';

/** A PC that works on the book of a server. */
export interface StoredWorkstation {
  readonly id: string;
  readonly name: string;
  /** UTC ms by the clock of the server, as are all times of this row. */
  readonly joinedAt: number;
  readonly seenAt: number;
  /** The version of its program when it was last seen, and the newest migration which that version knows. */
  readonly program: string;
  readonly newestStep: string;
  /** null: it may work. */
  readonly shutOutAt: number | null;
  /** Proofs by each key that the book had until then; empty: it may work. Absent: the table is older than these proofs. */
  readonly shutOutProof?: string;
}

/** What lets one more PC join: the key of the book, wrapped. */
export interface Invitation {
  /** The digest of the secret that the invitation carries. */
  readonly digest: string;
  readonly wrappedKey: string;
  readonly madeBy: string;
  readonly expiresAt: number;
}

/** How a bench gets the keys of the book, and proves that what is sealed for it is sealed for nobody else. */
export interface StoredBenchKey {
  readonly workstationId: string;
  /** The public half of its key pair; the secret half never leaves the bench. */
  readonly publicKey: string;
  /** Made with the newest key of the book at that time: only a bench can have written this row. */
  readonly proof: string;
  /** The tag of that key. */
  readonly keyTag: string;
  /** The keys of the book, sealed for this bench; empty: it knew them when it wrote the row. */
  readonly wrappedKeys: string;
}

/** How many transactions a bench has written to the book; only that bench writes its row. */
export interface BenchWrites {
  readonly workstationId: string;
  readonly number: number;
}

/** A workstation at work; its claims are its own until the lease has run out. */
export interface WorkstationLease {
  readonly workstationId: string;
  /** UTC ms by the clock of the store. */
  readonly leaseUntil: number;
}

/** When calls of a lane may start, over all workstations; UTC ms by the clock of the store. */
export interface Pace {
  readonly lane: string;
  /** The last start that was granted. */
  readonly startedAt: number;
  readonly nextAt: number;
  readonly spacingMs: number;
}

/** Work that one workstation does for all of them, for as long as it is there. */
export interface Duty {
  readonly name: string;
  readonly workstationId: string;
}

export interface ChangeNotice {
  readonly no?: number | undefined;
  /** UTC ms by the clock of the store. */
  readonly at: number;
  /** The workstation that made the change. */
  readonly workstationId: string;
  /** Topics separated by blanks. */
  readonly topics: string;
}

/** What somebody asked for of an order at a bench while its book was away; in the book only the fact that it has arrived. */
export interface BenchIntent {
  readonly id: string;
  readonly workstationId: string;
  readonly at: number;
  readonly operator: string;
  readonly orderId: string;
  readonly orderNo: string;
  /** The version of the order that the bench knew then. */
  readonly version: number;
  readonly askedJson: string;
  /** What stood in the order before. */
  readonly beforeJson: string;
}

/** What was done to a courier's list at a bench while its book was away; in the book only the fact that it has arrived. */
export interface BenchListAct {
  readonly id: string;
  readonly workstationId: string;
  readonly at: number;
  readonly operator: string;
  readonly handoverId: string;
  readonly kind: ListActKind;
  /** Numbers of the parcels it put on or took off. */
  readonly waybillsJson: string;
}

export interface WorkstationTables {
  readonly workstations: StoredWorkstation;
  readonly invitations: Invitation;
  readonly benchKeys: StoredBenchKey;
  readonly benchIntents: BenchIntent;
  readonly benchListActs: BenchListAct;
  readonly benchWrites: BenchWrites;
  readonly workstationLeases: WorkstationLease;
  readonly paces: Pace;
  readonly duties: Duty;
  readonly changeNotices: ChangeNotice;
}
