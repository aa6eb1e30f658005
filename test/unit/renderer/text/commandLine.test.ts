import { expect, test } from 'vitest';
import { allCommands } from '../../../../electron/commands/main/list.ts';
import { en } from '../../../../renderer/text/en/en.ts';
import { zhCN } from '../../../../renderer/text/zh-CN/zhCN.ts';

const commands = await allCommands();

/** Commands that read as plain words of a sentence. */
const everydayWords = ['freight of', 'account test'];

/** A command of two words, or one that is no everyday word; an option, a variable of the environment. */
const typed = new RegExp(
  [
    ...commands
      .map(({ name }) => name)
      .filter((name) => (name.includes(' ') && !everydayWords.includes(name)) || name === 'doctor')
      .map((name) => `\\b${name}\\b`),
    '(?<![\\w-])--[a-z]',
    'SHIPDESK_',
    'shipdesk ',
    '命令行',
    'command line',
  ].join('|'),
);

/** Where something came from, among other places it may have come from. */
const origins = ['.actWord.command line', '.pushes.channel.command'];

function textsOf(node: unknown, path: string): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

test.each([
  ['Chinese', zhCN],
  ['English', en],
])('no text of the window, in %s, tells of the command line', (_, texts) => {
  const all = textsOf(texts, '');
  expect(all.length).toBeGreaterThan(2_000);
  const told = all.filter(([path, text]) => typed.test(text) && !origins.includes(path));
  expect(told).toEqual([]);
});
