import { allCommands } from '../../electron/commands/main/list.ts';
import { runCommandLine } from '../../electron/commands/main/run.ts';
import { processTerminal } from '../../electron/commands/main/terminal.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { benchParts } from '../bench/kit/benchParts.ts';
import type { OpenWindow } from './launchWindow.ts';
import { enterPin } from './page/enterPin.ts';

const commands = await allCommands();

const pin = '486253';
const staff = [
  ['陈样例', 'manager'],
  ['王样例', 'clerk'],
  ['小李', 'packer'],
] as const;

/** From here on everybody who opens the workspace is asked for a PIN. */
export async function addOperators(dataFolder: string): Promise<void> {
  const silent = () => undefined;
  for (const [index, [name, role]] of staff.entries()) {
    const signedIn = index === 0 ? [] : ['--operator', staff[0][0]];
    const input = index === 0 ? [pin] : [pin, pin];
    const exitCode = await runCommandLine({
      words: ['operators', 'add', name, '--role', role, ...signedIn, '--data', dataFolder],
      environment: {},
      commands,
      terminal: {
        ...processTerminal(systemClock.now, new AbortController().signal),
        isInteractive: false,
        out: silent,
        note: silent,
        async *inputLines() {
          yield* input;
        },
      },
      parts: async () => benchParts(),
      signal: new AbortController().signal,
    });
    if (exitCode !== 0) throw new Error(`${role} was not added`);
  }
}

export async function signIn({ page }: OpenWindow): Promise<void> {
  await page.locator('dialog[open]').waitFor();
  await page.getByRole('button', { name: staff[0][0] }).click();
  await enterPin(page, pin);
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** Who may do what, and the sign-in as it meets whoever comes to the bench. Ends signed out. */
export async function takeOperators(
  { page }: OpenWindow,
  take: (name: string) => Promise<void>,
): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav button', { hasText: /^(操作员|Operators)$/ }).click();
  await page.getByText(/^(权限|Rights)$/).click();
  await take('operators');
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: /^(退出登录|Sign out)$/ }).click();
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.type('2');
  await take('signin');
}
