/** A workstation that is there; what it claimed is its own until the lease has run out. */
export interface WorkstationLease {
  readonly workstationId: string;
  /** UTC ms by the clock of the store. */
  readonly leaseUntil: number;
}

export interface WorkstationTables {
  readonly workstationLeases: WorkstationLease;
}
