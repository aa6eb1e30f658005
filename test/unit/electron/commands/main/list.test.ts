import { expect, it } from 'vitest';
import { allCommands, commandsFor, families } from '../../../../../electron/commands/main/list.ts';

it('every command is found by the words that name it, and its file is named by no others', async () => {
  for (const [firstWords, load] of families) {
    const names = (await load()).map(({ name }) => name);
    expect(firstWords.split(' ').sort()).toEqual(
      [...new Set(names.map((name) => name.split(' ')[0]))].sort(),
    );
    for (const name of names) {
      const found = await commandsFor(['--json', ...name.split(' '), '--reveal']);
      expect(found.map((one) => one.name)).toContain(name);
    }
  }
});

it('whoever names no command gets all of them, in the order of the help', async () => {
  const all = await allCommands();
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  for (const line of [[], ['--help'], ['help'], ['no-such-command']])
    expect(await commandsFor(line)).toEqual(all);
  expect((await commandsFor(['version'])).map(({ name }) => name)).toEqual(['version']);
});
