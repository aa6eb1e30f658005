import { type BrowserWindow, dialog } from 'electron';
import { type ClosingAnswer, upgradeInHand, type WorkInHand } from './closing.ts';
import type { ShellTexts } from './shellText.ts';

/** Asks whoever closes the window in the middle of work what shall become of it. */
export async function askWork(
  window: BrowserWindow,
  text: ShellTexts,
  work: WorkInHand | typeof upgradeInHand,
): Promise<ClosingAnswer> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: text.workInHand,
    message: wordsOf(work, text),
    detail: noteOf(work, text),
    buttons: [text.finishInBackground, text.stopAndQuit, text.stayHere],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return (['background', 'stop'] as const)[response] ?? 'stay';
}

function noteOf(work: WorkInHand | typeof upgradeInHand, text: ShellTexts): string {
  if (work === upgradeInHand) return text.upgradeNote;
  return work.isMoving ? text.moveNote : text.workNote;
}

function wordsOf(work: WorkInHand | typeof upgradeInHand, text: ShellTexts): string {
  if (work === upgradeInHand) return text.workUpgrading;
  if (work.isMoving) return text.workMoving;
  const { bookings, labels, isStarting } = work;
  if (isStarting && bookings + labels === 0) return text.workStarting;
  return text.workCounts.replace('{bookings}', String(bookings)).replace('{labels}', String(labels));
}
