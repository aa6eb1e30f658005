import type { KeyObject } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readFileIfThere, replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { bookKeyListSchema } from '../../vault/bookKeys.ts';
import { openBytes, sealBytes } from '../../vault/sealing.ts';
import { serverAddressSchema } from './serverAddress.ts';

const placeSchema = z.object({
  address: serverAddressSchema,
  /** This PC, as the book knows it. */
  bench: z.object({ id: z.string(), name: z.string() }),
  /** The secret half of its pair. */
  benchKey: z.string(),
  keys: bookKeyListSchema,
});

/** What is left of the place at a bench that a manager has shut out. */
const shutOutSchema = z.object({ isShutOut: z.literal(true) });

/** Where the book of a workspace lies, and who this PC is there: beside the key, sealed by it. */
export type ServerPlace = z.infer<typeof placeSchema>;

export const serverPlaceFileName = 'server.sealed';

export interface PlaceKey {
  readonly workspaceId: string;
  /** The key of the purpose `server place`. */
  readonly key: KeyObject;
}

/** Does the book of this workspace lie on a server? Whoever has no key can tell this much. */
export const isOnServer = (folder: string): boolean =>
  readFileIfThere(join(folder, serverPlaceFileName)) !== null;

/** null: its book lies in this folder. `WORKSTATION_SHUT_OUT`: it lay on a server, and this bench knows no more where. */
export function readServerPlace(folder: string, { workspaceId, key }: PlaceKey): Outcome<ServerPlace> | null {
  const sealed = readFileIfThere(join(folder, serverPlaceFileName));
  if (sealed === null) return null;
  const plain = openBytes(key, Buffer.from(sealed.toString('utf8').trim(), 'base64'), workspaceId);
  if (plain === null) return failure('SERVER_PLACE_DAMAGED');
  const stored: unknown = JSON.parse(plain.toString('utf8'));
  if (shutOutSchema.safeParse(stored).success) return failure('WORKSTATION_SHUT_OUT');
  const place = placeSchema.safeParse(stored);
  return place.success ? done(place.data) : failure('SERVER_PLACE_DAMAGED');
}

/** On disk when it returns. */
export function writeServerPlace(folder: string, key: PlaceKey, place: ServerPlace): void {
  write(folder, key, place);
}

/** Forgets the place for good: address, role and password go, and no opening asks the server again. On disk when it returns. */
export function forgetServerPlace(folder: string, key: PlaceKey): void {
  write(folder, key, { isShutOut: true });
}

function write(
  folder: string,
  { workspaceId, key }: PlaceKey,
  place: ServerPlace | z.infer<typeof shutOutSchema>,
): void {
  const sealed = sealBytes(key, JSON.stringify(place), workspaceId).toString('base64');
  replaceOwnerOnlyFile(join(folder, serverPlaceFileName), `${sealed}\n`);
}

/** For a workspace that was not made after all. */
export const dropServerPlace = (folder: string): void =>
  rmSync(join(folder, serverPlaceFileName), { force: true });
