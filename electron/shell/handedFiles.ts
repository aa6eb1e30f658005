import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { HandedFile } from '../../shared/contracts/bridge.ts';
import type { FilePurpose } from '../ipc/coreMessages.ts';
import type { Clock } from '../platform/clock.ts';

interface Handed {
  readonly path: string;
  readonly purpose: FilePurpose;
  readonly usedAt: number;
}

export interface HandedFiles {
  /** In the order of the paths. */
  hand(paths: readonly string[], purpose: FilePurpose): readonly HandedFile[];
  /** In the order of the tokens; null: unknown, too old, or handed over for something else. */
  pathsOf(fileTokens: readonly string[], purposes: readonly FilePurpose[]): readonly (string | null)[];
  /** The page was left: what it was given is worth nothing to the next one. */
  forget(): void;
}

/** A shift: a file chosen in the morning may be imported in the evening. */
const keptMs = 12 * 3_600_000;
/** Several of the largest drops; beyond it the one used longest ago goes. */
const mostKept = 5_000;

/**
 * Which file each token of the page stands for. Filled by the system's dialogs, by what the operator drops and by the
 * core, never by a path that a page names.
 */
export function handedFiles(clock: Clock): HandedFiles {
  const byToken = new Map<string, Handed>();

  function read(fileToken: string, purposes: readonly FilePurpose[]): string | null {
    const handed = byToken.get(fileToken);
    if (handed === undefined || !purposes.includes(handed.purpose)) return null;
    byToken.delete(fileToken);
    if (clock.now() - handed.usedAt > keptMs) return null;
    // Read again at the end: a map goes through its entries in the order they were set.
    byToken.set(fileToken, { ...handed, usedAt: clock.now() });
    return handed.path;
  }

  function handOne(path: string, purpose: FilePurpose): HandedFile {
    const [oldest] = byToken.keys();
    if (byToken.size >= mostKept && oldest !== undefined) byToken.delete(oldest);
    const fileToken = randomBytes(24).toString('base64url');
    byToken.set(fileToken, { path, purpose, usedAt: clock.now() });
    return { fileToken, name: basename(path) };
  }

  return {
    hand: (paths, purpose) => paths.map((path) => handOne(path, purpose)),
    pathsOf: (fileTokens, purposes) => fileTokens.map((fileToken) => read(fileToken, purposes)),
    forget: () => byToken.clear(),
  };
}
