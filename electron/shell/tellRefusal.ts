import { type App, type BrowserWindow, dialog } from 'electron';
import { isErrorCode } from '../../shared/errors/catalogue.ts';
import type { ErrorParams, Failure } from '../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../shared/text/describeError.ts';
import { shellText } from './shellText.ts';

/** Says why the workspace cannot be opened and what to do. Resolves to what the operator chose. */
export async function tellRefusal(
  window: BrowserWindow,
  language: Language,
  code: string,
  params: ErrorParams,
): Promise<'retry' | 'quit'> {
  const known = isErrorCode(code) ? code : 'INTERNAL';
  const { says, next } = describeError(known, params, language);
  const text = shellText(language);
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: text.cannotStart,
    message: says,
    detail: `${next}\n\n${code}`,
    buttons: [text.retry, text.quit],
    cancelId: 1,
  });
  return response === 0 ? 'retry' : 'quit';
}

/**
 * Ends the program before it has a window, saying why. Works before the app is ready. In both languages where nobody knows yet
 * which one is read.
 */
export function endWith(app: App, languages: readonly Language[], { code, params }: Failure): void {
  const said = languages.map((language) => {
    const { says, next } = describeError(code, params, language);
    return `${says}\n${next}`;
  });
  const title = languages.map((language) => shellText(language).cannotStart).join(' / ');
  dialog.showErrorBox(title, `${said.join('\n')}\n\n${code}`);
  app.exit(1);
}
