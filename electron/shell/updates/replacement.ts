import type { App } from 'electron';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type InstalledForm, windowForm } from '../../updates/installed.ts';
import { installDeb, startNsis, swapAppImage } from '../../updates/replaceProgram.ts';

/** So long the core has to tell the page that it worked, before the program ends. */
const lastWordMs = 500;

type Ending = Pick<App, 'quit' | 'relaunch' | 'once' | 'isPackaged'>;

/** How the window's program is installed, and what puts another version in its place. */
interface Replacement {
  readonly installed: InstalledForm | null;
  readonly replaceProgram: (file: string) => Promise<Outcome<null>>;
}

/**
 * Has another version take the place of this program. What can refuse does so while this one still runs: an AppImage is swapped and
 * a .deb installed under it, and then it opens again. The installer of Windows is started when the workspace is closed, as it ends
 * what of ours still runs; the disk image of macOS is opened for a person.
 */
export function replacementOf(
  app: Ending,
  openDiskImage: (file: string) => Promise<string>,
  { platform: system, execPath: program, env: environment, argv } = process,
): Replacement {
  const installed = windowForm({ system, isPackaged: app.isPackaged, program, environment });
  const end = (): Outcome<null> => {
    setTimeout(() => app.quit(), lastWordMs);
    return done(null);
  };
  const openAgain = (execPath?: string): Outcome<null> => {
    app.relaunch(execPath === undefined ? {} : { execPath, args: argv.slice(1) });
    return end();
  };
  const replaceProgram = async (file: string): Promise<Outcome<null>> => {
    if (installed === null) return failure('UPDATE_NOT_INSTALLED');
    switch (installed.form) {
      case 'appimage': {
        const swapped = await swapAppImage(installed.file, file);
        return swapped.ok ? openAgain(installed.file) : swapped;
      }
      case 'deb': {
        const taken = await installDeb(file, process.getuid?.() === 0);
        return taken.ok ? openAgain() : taken;
      }
      case 'nsis':
        app.once('quit', () => void startNsis(file));
        return end();
      case 'dmg': {
        const refused = await openDiskImage(file);
        return refused === '' ? end() : failure('UPDATE_INSTALLER_REFUSED', { name: 'ShipDesk' });
      }
    }
  };
  return { installed, replaceProgram };
}
