import { type BaseWindow, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from './shellText.ts';

type Role = keyof ShellTexts & NonNullable<MenuItemConstructorOptions['role']>;

/** The manual is in the page: the menu presses its key there. */
function pressHelp(window: BaseWindow | undefined): void {
  if (window instanceof BrowserWindow) window.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'F1' });
}

/** The menu bar: what the page itself cannot do. Everything of the work is in the page. */
export function appMenu(text: ShellTexts, hasDevTools: boolean): Menu {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const items = (...roles: Role[]): MenuItemConstructorOptions[] =>
    roles.map((role) => ({ label: text[role], role }));
  const view = [
    ...items('reload'),
    separator,
    ...items('resetZoom', 'zoomIn', 'zoomOut'),
    separator,
    ...items('togglefullscreen'),
  ];
  if (hasDevTools) view.push(separator, { role: 'toggleDevTools' });
  const edit = [...items('undo', 'redo'), separator, ...items('cut', 'copy', 'paste', 'selectAll')];
  return Menu.buildFromTemplate([
    { label: text.edit, submenu: edit },
    { label: text.view, submenu: view },
    { label: text.window, submenu: [...items('minimize', 'close'), separator, ...items('quit')] },
    {
      label: text.help,
      submenu: [
        // The page hears the key on its own.
        {
          label: text.manual,
          accelerator: 'F1',
          registerAccelerator: false,
          click: (_item, window) => pressHelp(window),
        },
        separator,
        ...items('about'),
      ],
    },
  ]);
}
