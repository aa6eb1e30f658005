import type { CommandContext } from './command.ts';
import { commandText } from './commandText.ts';
import { firstInputLine } from './firstInputLine.ts';

/** From a terminal without echo, else the next line of standard input: an argument would stand in the process list. */
export async function readPin(
  { terminal, language }: Pick<CommandContext, 'terminal' | 'language'>,
  question: 'pin' | 'newPin' | 'rescueCode',
  name: string,
): Promise<string> {
  if (!terminal.isInteractive) return (await firstInputLine(terminal)).trim();
  return (await terminal.askSecret(commandText(language, question, { name }))) ?? '';
}
