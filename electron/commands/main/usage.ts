import type { Language } from '../../../shared/text/describeError.ts';
import type { Command } from './command.ts';
import { phrases } from './phrases.ts';
import { type Operand, type Option, writesFile } from './word.ts';

const isFlag = (option: Option): option is Extract<Option, { readonly flag: true }> => 'flag' in option;

/** How one operand or option is written, without the brackets of optional ones. */
function bare({ operands = [], options = {} }: Command, member: string): string {
  const option = member.startsWith('--') ? options[member.slice(2)] : undefined;
  if (option !== undefined) {
    if (isFlag(option)) return member;
    // `--left=-1`: a value that may start with a minus follows an equals sign.
    return option.name.startsWith('=') ? `${member}${option.name}` : `${member} ${option.name}`;
  }
  const operand = operands.find(({ name }) => name === member);
  return operand?.many === true ? `${member}…` : member;
}

function operandText(command: Command, { name, optional }: Operand): string {
  return optional === true ? `[${bare(command, name)}]` : bare(command, name);
}

function optionText(command: Command, name: string, option: Option): string {
  const shown = bare(command, `--${name}`);
  if (isFlag(option)) return `[${shown}]`;
  if (option.required === true || option.needed === true) return shown;
  return option.many === true ? `[${shown}]…` : `[${shown}]`;
}

/** The first of a group selects it; the others are in brackets. */
function groupText(command: Command, group: readonly string[]): string {
  return group
    .map((member, at) =>
      at === 0 || command.together?.includes(member) === true
        ? bare(command, member)
        : `[${bare(command, member)}]`,
    )
    .join(' ');
}

/** What follows the name of a command, from its table: `NO --reason TEXT [--printer URI]`. */
export function usageOf(command: Command): string {
  const { operands = [], options = {}, either = [], perhaps = [], together = [] } = command;
  const grouped = [...either, ...perhaps].flat();
  const isAlone = (member: string) => !grouped.includes(member);
  const isTogether = together.length > 0 && together.every(isAlone);
  return [
    ...operands.filter(({ name }) => isAlone(name)).map((operand) => operandText(command, operand)),
    ...(either.length === 0 ? [] : [`(${either.map((group) => groupText(command, group)).join(' | ')})`]),
    ...(perhaps.length === 0 ? [] : [`[${perhaps.map((group) => groupText(command, group)).join(' | ')}]`]),
    ...(isTogether ? [`[${together.map((member) => bare(command, member)).join(' ')}]`] : []),
    ...Object.entries(options)
      .filter(([name]) => isAlone(`--${name}`) && !together.includes(`--${name}`))
      .map(([name, option]) => optionText(command, name, option)),
    ...(writesFile(command) ? ['[--overwrite]'] : []),
    ...(command.reveals === undefined ? [] : ['[--reveal]']),
    ...(command.reads === undefined ? [] : [`< ${command.reads}`]),
  ].join(' ');
}

const say = phrases({
  head: ['用法：shipdesk <命令> …', 'Usage: shipdesk <command> …'],
  everywhere: [
    '所有命令都可用：--data 文件夹  --json  --lang zh-CN|en  --operator 名字  --debug\n工作区有操作员时，--reveal 还要用 --why 写明原因。',
    'For every command: --data DIR  --json  --lang zh-CN|en  --operator NAME  --debug\nWhere a workspace has operators, --reveal takes a reason: --why TEXT.',
  ],
});

/** The help page: every command with what follows it and what it does. */
export function helpPage(commands: readonly Command[], language: Language): string {
  const lines = commands.map(
    (command) =>
      `  ${`${command.name} ${usageOf(command)}`.trim()}\n      ${language === 'en' ? command.en : command.zh}`,
  );
  return [say(language, 'head'), '', ...lines, '', say(language, 'everywhere')].join('\n');
}
