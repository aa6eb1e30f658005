import type { ListActKind } from '../../../shared/domain/packing/handover.ts';

/** A PC that works on the book of a server. */
export interface StoredWorkstation {
  readonly id: string;
  readonly name: string;
  /** By the clock of the server, like all its times. */
  readonly joinedAt: number;
  readonly seenAt: number;
  /** Version of the program it was last seen with, and the newest step of the tables that one knows. */
  readonly program: string;
  readonly newestStep: string;
  /** null: it may work. */
  readonly shutOutAt: number | null;
  /** By each key that the book had until then; empty: it may work. Absent: its table is of before there were any. */
  readonly shutOutProof?: string;
}

/** What lets one more PC join: the key of the book, wrapped. */
export interface Invitation {
  /** Of the secret that the invitation carries. */
  readonly digest: string;
  readonly wrappedKey: string;
  readonly madeBy: string;
  readonly expiresAt: number;
}

/** By which a bench gets the keys of the book, and proves that what is sealed for it is sealed for no other. */
export interface StoredBenchKey {
  readonly workstationId: string;
  /** Of its pair; the secret half never leaves it. */
  readonly publicKey: string;
  /** By the newest key of the book at that time: only a bench can have written this row. */
  readonly proof: string;
  /** Of that key. */
  readonly keyTag: string;
  /** The keys of the book, sealed for this bench; empty: it knew them when it wrote the row. */
  readonly wrappedKeys: string;
}

/** How often a bench has written to the book, by its transactions; only that bench writes its row. */
export interface BenchWrites {
  readonly workstationId: string;
  readonly number: number;
}

/** A workstation that is there; what it claimed is its own until the lease has run out. */
export interface WorkstationLease {
  readonly workstationId: string;
  /** UTC ms by the clock of the store. */
  readonly leaseUntil: number;
}

/** When calls of a lane may start, over all workstations; UTC ms by the clock of the store. */
export interface Pace {
  readonly lane: string;
  /** The last start that was given away. */
  readonly startedAt: number;
  readonly nextAt: number;
  readonly spacingMs: number;
}

/** What one workstation of all does, until it is not there any more. */
export interface Duty {
  readonly name: string;
  readonly workstationId: string;
}

export interface ChangeNotice {
  readonly no?: number | undefined;
  /** UTC ms by the clock of the store. */
  readonly at: number;
  /** Who changed it. */
  readonly workstationId: string;
  /** Between blanks. */
  readonly topics: string;
}

/** What somebody asked for of an order at a bench while its book was away; in the book no more than that it has come there. */
export interface BenchIntent {
  readonly id: string;
  readonly workstationId: string;
  readonly at: number;
  readonly operator: string;
  readonly orderId: string;
  readonly orderNo: string;
  /** Of the order, as the bench knew it then. */
  readonly version: number;
  readonly askedJson: string;
  /** What stood in the order before. */
  readonly beforeJson: string;
}

/** What was done to a courier's list at a bench while its book was away; in the book no more than that it has come there. */
export interface BenchListAct {
  readonly id: string;
  readonly workstationId: string;
  readonly at: number;
  readonly operator: string;
  readonly handoverId: string;
  readonly kind: ListActKind;
  /** Of the parcels it put on or took off. */
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
