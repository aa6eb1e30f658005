import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from './shellText.ts';

/** The menu bar: what the page itself cannot do. Everything of the work is in the page. */
export function appMenu(text: ShellTexts, hasDevTools: boolean): Menu {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const view: MenuItemConstructorOptions[] = [
    { label: text.reload, role: 'reload' },
    separator,
    { label: text.resetZoom, role: 'resetZoom' },
    { label: text.zoomIn, role: 'zoomIn' },
    { label: text.zoomOut, role: 'zoomOut' },
    separator,
    { label: text.fullScreen, role: 'togglefullscreen' },
  ];
  if (hasDevTools) view.push(separator, { role: 'toggleDevTools' });
  return Menu.buildFromTemplate([
    {
      label: text.edit,
      submenu: [
        { label: text.undo, role: 'undo' },
        { label: text.redo, role: 'redo' },
        separator,
        { label: text.cut, role: 'cut' },
        { label: text.copy, role: 'copy' },
        { label: text.paste, role: 'paste' },
        { label: text.selectAll, role: 'selectAll' },
      ],
    },
    { label: text.view, submenu: view },
    {
      label: text.window,
      submenu: [
        { label: text.minimize, role: 'minimize' },
        { label: text.close, role: 'close' },
        separator,
        { label: text.quit, role: 'quit' },
      ],
    },
    { label: text.help, submenu: [{ label: text.about, role: 'about' }] },
  ]);
}
