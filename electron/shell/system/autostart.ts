import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';

/** Whether the system opens the window when this user signs in. */
export interface Autostart {
  isOn(): boolean;
  /** Returns what is true afterwards: the system, or who looks after it, may refuse. */
  set(isOn: boolean): boolean;
}

/** A word as the desktop entry specification wants it within quotation marks. */
const quoted = (word: string): string => `"${word.replaceAll(/[\\"`$]/g, '\\$&').replaceAll('%', '%%')}"`;

const entry = (words: readonly [program: string, ...string[]]): string => `[Desktop Entry]
Type=Application
Name=ShipDesk 发货台
Exec=${words.map(quoted).join(' ')}
TryExec=${words[0]}
Terminal=false
`;

/** Desktops of Linux start what is in this folder. After a removal `TryExec` keeps them from starting what is gone. */
export function linuxAutostart(
  words: readonly [program: string, ...string[]],
  environment: NodeJS.ProcessEnv,
): Autostart {
  const file = join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'autostart/shipdesk.desktop');
  const isOn = () => existsSync(file);
  return {
    isOn,
    set(wanted) {
      try {
        if (wanted) {
          mkdirSync(dirname(file), { recursive: true });
          replaceOwnerOnlyFile(file, entry(words));
        } else rmSync(file, { force: true });
      } catch {
        return isOn();
      }
      return isOn();
    },
  };
}

/** The list of programs that Windows and macOS keep for it. */
function loginItem(app: App, args: readonly string[]): Autostart {
  const isOn = () => app.getLoginItemSettings({ args: [...args] }).openAtLogin;
  return {
    isOn,
    set(openAtLogin) {
      app.setLoginItemSettings({ openAtLogin, args: [...args] });
      return isOn();
    },
  };
}

/** null: a checkout, which nobody installs. `dataFolder` null: the usual one. */
export function autostartOf(app: App, dataFolder: string | null): Autostart | null {
  if (!app.isPackaged) return null;
  const args = dataFolder === null ? [] : [`--data=${dataFolder}`];
  // An AppImage runs from a mount that is another one each time.
  const program = process.env.APPIMAGE ?? process.execPath;
  return process.platform === 'linux'
    ? linuxAutostart([program, ...args], process.env)
    : loginItem(app, args);
}
