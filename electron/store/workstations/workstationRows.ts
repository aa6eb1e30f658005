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

export interface WorkstationTables {
  readonly workstationLeases: WorkstationLease;
  readonly paces: Pace;
  readonly duties: Duty;
  readonly changeNotices: ChangeNotice;
}
