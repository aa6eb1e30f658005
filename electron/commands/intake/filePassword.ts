import type { CommandContext } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { firstInputLine } from '../main/firstInputLine.ts';

export interface FilePassword {
  readonly password: string | undefined;
  readonly askPassword: (file: string) => Promise<string | null>;
}

/** The password of protected order files: the first line of standard input, or asked when a file turns out to need one. */
export async function filePassword(context: CommandContext): Promise<FilePassword> {
  const { terminal, language } = context;
  const isGiven = context.flag('password-stdin');
  const password = isGiven ? await firstInputLine(terminal) : undefined;
  return {
    password,
    askPassword: async (file) => {
      if (isGiven) return null;
      terminal.endProgress();
      return terminal.askSecret(`${commandText(language, 'filePassword', { file })} `);
    },
  };
}
