/** What is done while a workspace is brought to this program's version: a verified backup first, then one change after the other. */
export const upgradeParts = ['copy', 'write', 'check', 'change'] as const;
export type UpgradePart = (typeof upgradeParts)[number];

/** How far it is, said before each part begins. What is under way is not counted among `done`. */
export interface UpgradeStep {
  readonly part: UpgradePart;
  readonly done: number;
  readonly total: number;
  /** Of the database: how long it takes follows from it. */
  readonly bytes: number;
  /** A file that grows to about these bytes meanwhile: whoever is free may look, for the store says nothing. Absent: there is none. */
  readonly growing?: string | undefined;
}

/** null: it has ended, well or not. */
export type UpgradeListener = (step: UpgradeStep | null) => void;

/** What somebody reads of it. */
export interface UpgradeProgress extends Omit<UpgradeStep, 'growing'> {
  /** How much of the part under way is done, 0..1; null: nobody can tell. */
  readonly share: number | null;
}

/** null: it has ended, well or not. */
export type UpgradeProgressListener = (progress: UpgradeProgress | null) => void;
