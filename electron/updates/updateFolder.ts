import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Failure, failure } from '../../shared/errors/outcome.ts';
import { systemCodeOf } from '../platform/expectedFailure.ts';
import { makeOwnerOnlyFolder, readFileIfThere, replaceOwnerOnlyFile } from '../platform/ownerOnlyFiles.ts';

const moment = z.number().int();

/** What this computer remembers of its updates; nothing in it is trusted to install anything. */
const memorySchema = z.object({
  /** Random and kept: by it the turn of this computer is drawn. It never leaves it. */
  drawnFrom: z.string().default(''),
  checkedAt: moment.nullable().default(null),
  /** Why the last look failed; null: it did not. */
  failing: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable()
    .default(null),
  /** The offered version was brought as a file: whose turn it is says nothing then. */
  isBrought: z.boolean().default(false),
  /** A version that was handed to the system. */
  installing: z
    .object({ from: z.string(), to: z.string(), at: moment, backup: z.string(), file: z.string() })
    .nullable()
    .default(null),
  /** What a person has been shown: an offered version, or one that came in. */
  told: z.string().default(''),
});
export type UpdateMemory = z.infer<typeof memorySchema>;

/** The workspace whose updates these are. */
export interface UpdatePlace {
  readonly folder: string;
}

const memoryName = 'updates.json';
const offerName = 'offer.shipdesk-update';
/** What is here of the offered version besides its installer, and what one goes back to. */
export const ownNames = { always: [memoryName, 'kept'], withOffer: offerName } as const;

export const updateFolder = ({ folder }: UpdatePlace): string => join(folder, 'updates');

/** Where what one goes back to is kept, a folder for each version. */
export const keptFolder = (here: UpdatePlace, version: string): string =>
  join(updateFolder(here), 'kept', version);

/** One that cannot be read counts as one that is not there: an update is looked for again. */
export function readMemory(here: UpdatePlace): UpdateMemory {
  const text = readFileIfThere(join(updateFolder(here), memoryName));
  try {
    return memorySchema.parse(text === null ? {} : JSON.parse(text.toString('utf8')));
  } catch {
    return memorySchema.parse({});
  }
}

export function remember(here: UpdatePlace, patch: Partial<UpdateMemory>): UpdateMemory {
  const previous = readMemory(here);
  const drawnFrom = previous.drawnFrom === '' ? randomBytes(16).toString('hex') : previous.drawnFrom;
  const memory = { ...previous, drawnFrom, ...patch };
  makeOwnerOnlyFolder(updateFolder(here));
  replaceOwnerOnlyFile(join(updateFolder(here), memoryName), JSON.stringify(memory));
  return memory;
}

/** The signed release that is offered, as it came; null: none. */
export const readOffer = (here: UpdatePlace): string | null =>
  readFileIfThere(join(updateFolder(here), offerName))?.toString('utf8') ?? null;

export function keepOffer(here: UpdatePlace, signed: string): void {
  makeOwnerOnlyFolder(updateFolder(here));
  replaceOwnerOnlyFile(join(updateFolder(here), offerName), signed);
}

/** Text of a file a person named; null: it is not there, not readable, or far too long. */
export function readSmallFile(path: string, mostBytes: number): string | null {
  try {
    return statSync(path).size > mostBytes ? null : readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** A disk that does not take it; anything else is a bug and is thrown on. */
export function notKept(here: UpdatePlace, error: unknown): Failure {
  const code = systemCodeOf(error);
  if (!/^E[A-Z]+$/.test(code)) throw error;
  return failure('UPDATE_NOT_KEPT', { folder: updateFolder(here), cause: code });
}
