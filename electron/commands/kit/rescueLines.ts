import type { Language } from '../../../shared/errors/describeError.ts';
import { commandText } from './commandText.ts';

/** A code that is told this once, and what it is for. */
export const rescueLines = (code: string, language: Language): string[] => [
  commandText(language, 'rescueIs', { code }),
  commandText(language, 'rescueKeep'),
];
