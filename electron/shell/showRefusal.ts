import { type App, type BrowserWindow, dialog } from 'electron';
import type { ErrorParams, Failure } from '../../shared/errors/outcome.ts';
import type { Language } from '../../shared/text/describeError.ts';
import { refusalWords, shellText } from './shellText.ts';

/** Says why the workspace cannot be opened and what to do. Resolves to what the operator chose. */
export async function showRefusal(
  window: BrowserWindow,
  language: Language,
  code: string,
  params: ErrorParams,
): Promise<'retry' | 'quit'> {
  const { title, says, next } = refusalWords([language], code, params);
  const { retry, quit } = shellText(language);
  // The program on the disk stays another one, however often it is tried.
  const buttons = code === 'PROGRAM_REPLACED' ? [quit] : [retry, quit];
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title,
    message: says,
    detail: next,
    buttons,
    cancelId: buttons.length - 1,
  });
  return buttons[response] === retry ? 'retry' : 'quit';
}

/**
 * Ends the program before it has a window, saying why. Works before the app is ready. In both languages where nobody knows yet
 * which one is read.
 */
export function endWith(app: App, languages: readonly Language[], { code, params = {} }: Failure): void {
  const { title, whole } = refusalWords(languages, code, params);
  dialog.showErrorBox(title, whole);
  app.exit(1);
}
