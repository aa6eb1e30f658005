/** What is done while a workspace is brought to this program's version: a verified backup first, then one change after the other. */
export const upgradeParts = ['copy', 'write', 'check', 'change'] as const;
export type UpgradePart = (typeof upgradeParts)[number];

/** How far it is. What is under way is not counted among `done`. */
export interface UpgradeProgress {
  readonly part: UpgradePart;
  readonly done: number;
  readonly total: number;
  /** Of the database: how long it takes follows from it. */
  readonly bytes: number;
}

/** null: it has ended, well or not. */
export type UpgradeListener = (progress: UpgradeProgress | null) => void;
