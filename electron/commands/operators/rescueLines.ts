import type { Language } from '../../../shared/text/describeError.ts';
import { commandText } from '../main/commandText.ts';

/** A code that is told this once, and what it is for. */
export const rescueLines = (code: string, language: Language): string[] => [
  commandText(language, 'rescueIs', { code }),
  commandText(language, 'rescueKeep'),
];
