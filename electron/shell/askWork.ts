import { type BrowserWindow, dialog } from 'electron';
import type { ClosingAnswer, WorkInHand } from './closing.ts';
import type { ShellTexts } from './shellText.ts';

/** Asks whoever closes the window in the middle of work what shall become of it. */
export async function askWork(
  window: BrowserWindow,
  text: ShellTexts,
  { bookings, labels, isStarting }: WorkInHand,
): Promise<ClosingAnswer> {
  const counts = text.workCounts.replace('{bookings}', String(bookings)).replace('{labels}', String(labels));
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: text.workInHand,
    message: isStarting && bookings + labels === 0 ? text.workStarting : counts,
    detail: text.workNote,
    buttons: [text.finishInBackground, text.stopAndQuit, text.stayHere],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return (['background', 'stop'] as const)[response] ?? 'stay';
}
