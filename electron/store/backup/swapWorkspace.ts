import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type FaultPoint, faultPoint } from '../../platform/faultPoint.ts';
import { makeOwnerOnlyFolder, replaceOwnerOnlyFile, syncFolder } from '../../platform/ownerOnlyFiles.ts';
import { renamePatiently } from '../../platform/patientFiles.ts';
import { sealedStateFileName } from '../../vault/sealedState.ts';
import { keyFileName } from '../../vault/workspaceKey.ts';
import { databaseFileName } from '../database/openDatabase.ts';
import { journalFolderName } from '../journal/openCallJournal.ts';

const planSchema = z.object({
  setAside: z.string().regex(/^[\w-]+$/),
  /** For the record of acts, which the first opening afterwards writes; never personal data. */
  told: z.string().default(''),
  /** The same state under another key: nothing is older than it was, and what was there goes once the new one has opened. */
  isRenewal: z.boolean().default(false),
});

/** Which folder below `set-aside` holds the previous state, and what is written down of it. */
export type SwapPlan = z.infer<typeof planSchema>;

/** What is being put in place: made complete here before anything of the present state moves. */
export const stageFolder = (folder: string): string => join(folder, 'restoring');
export const stagedDatabase = (folder: string): string => join(stageFolder(folder), databaseFileName);
export const stagedKeys = (folder: string): string => join(stageFolder(folder), keyFileName);
export const setAsideFolder = (folder: string): string => join(folder, 'set-aside');

const planPath = (folder: string) => join(stageFolder(folder), 'plan.json');

interface Piece {
  readonly name: string;
  /** Moved aside with it, before it: a log without its database says nothing, a database without its log is whole. */
  readonly before: readonly string[];
  readonly between: FaultPoint;
}

/** Whatever of these is staged takes the place of what is there, in this order. */
const pieces: readonly Piece[] = [
  {
    name: databaseFileName,
    before: [`${databaseFileName}-wal`, `${databaseFileName}-shm`],
    between: 'restore.after-aside',
  },
  { name: keyFileName, before: [], between: 'restore.between-keys' },
  { name: sealedStateFileName, before: [], between: 'restore.between-seal' },
  { name: journalFolderName, before: [], between: 'restore.between-journal' },
];

/**
 * Puts what is staged in the place of what is there, which moves to `set-aside/<name>`, never deleted. From the written plan
 * on it only goes forward: the next start ends what a crash interrupted. The plan stays until the workspace was opened
 * (`endSwap`): who opens it must know that its database is a restored one.
 */
export function swapWorkspace(folder: string, plan: z.input<typeof planSchema>): void {
  faultPoint('restore.before-plan');
  replaceOwnerOnlyFile(planPath(folder), JSON.stringify(plan));
  faultPoint('restore.after-plan');
  finishSwap(folder);
}

/** Ends a planned swap, whichever step it had reached, and gives its plan; without one, leftovers of a stage go. Lock the folder first. */
export function finishSwap(folder: string): SwapPlan | null {
  if (!existsSync(stageFolder(folder))) return null;
  if (!existsSync(planPath(folder))) {
    endSwap(folder);
    return null;
  }
  const plan = planSchema.parse(JSON.parse(readFileSync(planPath(folder), 'utf8')));
  const aside = join(setAsideFolder(folder), plan.setAside);
  makeOwnerOnlyFolder(aside);
  for (const { name, before, between } of pieces) {
    const staged = join(stageFolder(folder), name);
    if (!existsSync(staged)) continue;
    for (const each of [...before, name]) moveIfThere(join(folder, each), join(aside, each));
    syncFolder(aside);
    faultPoint(between);
    renamePatiently(staged, join(folder, name));
  }
  syncFolder(folder);
  faultPoint('restore.before-end');
  return plan;
}

/** The workspace was opened, or nothing was planned: what is left of the stage goes, and all that was under a previous key. */
export function endSwap(folder: string, plan: SwapPlan | null = null): void {
  if (plan?.isRenewal === true)
    rmSync(join(setAsideFolder(folder), plan.setAside), { recursive: true, force: true });
  rmSync(stageFolder(folder), { recursive: true, force: true });
  syncFolder(folder);
}

/** So that what is set aside is a workspace of its own, which `--data` opens. */
export function copyKeysAside(folder: string, setAside: string): void {
  const aside = join(setAsideFolder(folder), setAside);
  makeOwnerOnlyFolder(aside);
  copyFileSync(join(folder, keyFileName), join(aside, keyFileName));
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renamePatiently(from, to);
}
