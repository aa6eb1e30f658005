import { spawn } from 'node:child_process';
import { closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { access, chmod, copyFile, open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { systemCodeOf } from '../platform/expectedFailure.ts';
import { childEnvironment, systemProgram } from '../platform/otherPrograms.ts';
import { makeOwnerOnlyFolder, syncFolder } from '../platform/ownerOnlyFiles.ts';

/** A disk with no room, for anybody or for this user. */
const fullDisk: readonly string[] = ['ENOSPC', 'EDQUOT'];

/** Puts a new AppImage where the running one lies. The running one goes on from its mount; its copy is what one goes back to. */
export async function swapAppImage(present: string, next: string): Promise<Outcome<null>> {
  const folder = dirname(present);
  const newFile = join(folder, `.${basename(present)}.new`);
  try {
    await access(folder, constants.W_OK);
    await copyFile(next, newFile);
    await chmod(newFile, 0o755);
    const file = await open(newFile, 'r');
    await file.sync().finally(() => file.close());
    await rename(newFile, present);
    syncFolder(folder);
    return done(null);
  } catch (error) {
    rmSync(newFile, { force: true });
    const cause = systemCodeOf(error);
    return fullDisk.includes(cause)
      ? failure('UPDATE_NOT_KEPT', { folder, cause })
      : failure('UPDATE_PROGRAM_READ_ONLY', { folder });
  }
}

/** The program as it is now, kept to go back to; only an AppImage is one file. */
export function keepAppImage(present: string, folder: string): void {
  makeOwnerOnlyFolder(folder);
  const previous = join(folder, basename(present));
  // Beside the folder: whatever lies in it is believed to be whole.
  const part = `${folder}.part`;
  try {
    copyFileSync(present, part, constants.COPYFILE_FICLONE);
    const file = openSync(part, 'r');
    fsyncSync(file);
    closeSync(file);
    renameSync(part, previous);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** Lets the package manager install; a person is asked for an administrator's password unless root does it. */
export function installDeb(file: string, isRoot: boolean): Promise<Outcome<null>> {
  const refused = failure('UPDATE_INSTALLER_REFUSED', { name: basename(file) });
  const dpkg = systemProgram('dpkg');
  const asRoot = systemProgram('pkexec');
  if (dpkg === null || (!isRoot && asRoot === null)) return Promise.resolve(refused);
  const words = isRoot || asRoot === null ? [dpkg] : [asRoot, dpkg];
  const [program = dpkg, ...before] = words;
  return new Promise((resolve) => {
    const child = spawn(program, [...before, '--install', file], {
      stdio: ['inherit', 'ignore', 'ignore'],
      env: childEnvironment(process.env, {
        PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
        ...displayOf(process.env),
      }),
    });
    child.once('error', () => resolve(refused));
    child.once('exit', (code) => resolve(code === 0 ? done(null) : refused));
  });
}

/** What a dialog that asks for the password needs to be seen. */
function displayOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  const names = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The installer of Windows: it goes on alone, closes what of ours is still open, and asks where the system wants it. */
export function startNsis(file: string): Promise<Outcome<null>> {
  return new Promise((resolve) => {
    const child = spawn(file, ['--updated'], { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(failure('UPDATE_INSTALLER_REFUSED', { name: basename(file) })));
    child.once('spawn', () => {
      child.unref();
      resolve(done(null));
    });
  });
}
