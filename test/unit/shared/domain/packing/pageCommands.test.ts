import { expect, test } from 'vitest';
import {
  commandCodes,
  printedCodeOf,
  readCommand,
} from '../../../../../shared/domain/packing/packCommands.ts';
import {
  pageCommands,
  printedCodeOfPage,
  readPageCommand,
} from '../../../../../shared/domain/packing/pageCommands.ts';

test('a barcode of the window is read as it is printed and as it is spelled out, and is none of the bench’s', () => {
  for (const command of pageCommands) {
    const code = printedCodeOfPage(command);
    expect(code).toMatch(/^[A-Z-]{9,16}$/);
    expect([code, code.toLowerCase(), `SHIPDESK-${command}`].map(readPageCommand)).toEqual([
      command,
      command,
      command,
    ]);
    expect(readPageCommand(code.slice(0, -1))).toBeNull();
    // Where no window acts on it, it is half a command and never goods.
    expect(readCommand(code)).toBe('unknown');
  }
  expect(commandCodes.map(printedCodeOf).map(readPageCommand)).toEqual(commandCodes.map(() => null));
});
