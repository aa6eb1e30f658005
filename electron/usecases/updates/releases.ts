import { createHash } from 'node:crypto';
import {
  compareVersions,
  type Release,
  type ReleaseFile,
  type UpdateForm,
} from '../../../shared/domain/updates/release.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { InstalledProgram } from '../../updates/installed.ts';

/** A version that the publisher has signed, and its file for this computer. */
export interface TrustedRelease {
  readonly release: Release;
  readonly file: ReleaseFile;
}

/** What is installed here and trusts a key; a build without one takes nothing. */
export function updatable(
  program: InstalledProgram | undefined,
): Outcome<InstalledProgram & { readonly releaseKey: string; readonly form: { readonly form: UpdateForm } }> {
  if (program === undefined || program.form === null) return failure('UPDATE_NOT_INSTALLED');
  if (program.releaseKey === null) return failure('UPDATE_KEYLESS');
  return done({ ...program, releaseKey: program.releaseKey, form: program.form });
}

/** Only upwards, and only what this system can install. */
export function forThisComputer(
  release: Release,
  program: Pick<InstalledProgram, 'version' | 'arch'> & { readonly form: { readonly form: UpdateForm } },
): Outcome<TrustedRelease> {
  const { version } = release;
  if (compareVersions(version, program.version) <= 0)
    return failure('UPDATE_OLDER', { version, current: program.version });
  const file = release.files.find(({ form, arch }) => form === program.form.form && arch === program.arch);
  return file === undefined ? failure('UPDATE_NOT_FOR_HERE', { version }) : done({ release, file });
}

/** Is it this computer's turn? Each version draws afresh, so that the same computers are not first every time. */
export function isInTurn({ version, share }: Pick<Release, 'version' | 'share'>, drawnFrom: string): boolean {
  const drawn = createHash('sha256').update(`${drawnFrom} ${version}`).digest().readUInt32BE(0);
  return drawn % 100 < share;
}
