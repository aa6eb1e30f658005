import { type App, dialog } from 'electron';
import type { Failure } from '../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../shared/text/describeError.ts';
import { shellText } from './shellText.ts';

/** Ends the program before it has a window, saying why. Works before the app is ready. */
export function endWith(app: App, language: Language, { code, params }: Failure): void {
  const { says, next } = describeError(code, params, language);
  dialog.showErrorBox(shellText(language).cannotStart, `${says}\n${next}\n\n${code}`);
  app.exit(1);
}
