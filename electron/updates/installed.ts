import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { UpdateForm } from '../../shared/domain/updates/release.ts';
import type { Outcome } from '../../shared/errors/outcome.ts';

/**
 * What the build left beside the program; both are absent in a build that nobody releases. Made when it is read: main comes to this file
 * before it has forked the core, which nothing may hold up.
 */
const releaseMark = () =>
  z.object({
    /** Of the release's Ed25519 key, the 32 public bytes in base64url. */
    key: z.string().optional(),
    /** Where the product's own feed lies. */
    feed: z.string().optional(),
  });

export const releaseMarkName = 'release.json';

/** How the program lies on this computer. */
export interface InstalledForm {
  readonly form: UpdateForm;
  /** The file that another version replaces: an AppImage. Empty: the installer knows its files. */
  readonly file: string;
}

/** This program among its versions. */
export interface InstalledProgram {
  readonly version: string;
  readonly arch: string;
  /** null: it trusts no other version. */
  readonly releaseKey: string | null;
  /** null: there is no address but the one a shop sets. */
  readonly feed: string | null;
  /** null: a checkout, which nothing replaces. */
  readonly form: InstalledForm | null;
  /** Puts a version, checked a moment ago, in the place of this one; after a success this program is about to end. */
  replace(file: string): Promise<Outcome<null>>;
}

/** The mark beside the running file. One that cannot be read gives no key: nothing is trusted then. */
export function readReleaseMark(builtFile: string): Pick<InstalledProgram, 'releaseKey' | 'feed'> {
  try {
    const text = readFileSync(join(dirname(builtFile), releaseMarkName), 'utf8');
    const { key = null, feed = null } = releaseMark().parse(JSON.parse(text));
    return { releaseKey: key, feed };
  } catch {
    return { releaseKey: null, feed: null };
  }
}

interface Running {
  readonly system: string;
  readonly isPackaged: boolean;
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Of the window. `APPIMAGE` alone proves nothing: a program that an AppImage started inherits the name of that file, which must
 * not be overwritten. Ours runs out of the folder where its own AppImage is mounted.
 */
export function windowForm({ system, isPackaged, program, environment }: Running): InstalledForm | null {
  const { APPIMAGE: file = '', APPDIR: mounted = '' } = environment;
  if (system === 'linux' && file !== '' && mounted !== '' && program.startsWith(`${mounted}/`))
    return { form: 'appimage', file };
  if (!isPackaged) return null;
  if (system === 'win32') return { form: 'nsis', file: '' };
  if (system === 'darwin') return { form: 'dmg', file: '' };
  return { form: 'deb', file: '' };
}

/** Of the command line, which lies beside the window's resources in what an installer has installed. */
export function commandLineForm(builtFile: string, system: string): InstalledForm | null {
  const folder = dirname(builtFile);
  const isInside = basename(folder) === 'command-line' && basename(dirname(folder)) === 'resources';
  if (!isInside || system === 'darwin') return null;
  return { form: system === 'win32' ? 'nsis' : 'deb', file: '' };
}
