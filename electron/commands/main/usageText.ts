import type { Language } from '../../../shared/text/describeError.ts';
import type { Command } from './command.ts';
import { commandText } from './commandText.ts';

/** The help page: every command with what follows it and what it does. */
export function usageText(commands: readonly Command[], language: Language): string {
  const lines = commands.map(
    ({ name, usage, does }) => `  ${`${name} ${usage}`.trim()}\n      ${does[language]}`,
  );
  return [
    commandText(language, 'usageHead'),
    '',
    ...lines,
    '',
    commandText(language, 'usageEverywhere'),
  ].join('\n');
}
