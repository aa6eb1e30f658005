import { type Role, roleNames, roles } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import type { Operator } from '../../store/schema.ts';
import { addOperator, changeOperator, removeOperator } from '../../usecases/operators/operators.ts';
import { makeRescueCode, rescueManager } from '../../usecases/operators/rescue.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { readPin } from '../main/signIn.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

const roleOption = `--role ${roles.join('|')}`;

function readRole(context: CommandContext): Outcome<Role | undefined> {
  const role = context.text('role');
  if (role === undefined) return done(undefined);
  const known = roles.find((name) => name === role);
  return known === undefined ? failure('USAGE', { detail: roleOption }) : done(known);
}

/** Everybody who works here, after whatever was done; with the first of them the rescue code. */
async function staffResult(
  { store }: Workspace,
  { language }: CommandContext,
  rescueCode: string | null = null,
): Promise<CommandResult> {
  const operators = (await store.read.operators.active()).map(({ name, role }) => ({ name, role }));
  const empty =
    language === 'en'
      ? 'No operators: whoever unlocks is the owner.'
      : '没有操作员：打开工作区的人就是店主。';
  const human = operators.map(({ name, role }) => `${name}  ${roleNames[role][language]}`);
  if (rescueCode !== null) human.push(...rescueLines(rescueCode, language));
  return {
    exitCode: 0,
    json: { operators, ...(rescueCode === null ? {} : { rescueCode }) },
    human: human.length === 0 ? [empty] : human,
  };
}

export const operatorsListCommand: Command = {
  name: 'operators list',
  usage: '',
  does: { 'zh-CN': '列出操作员和角色', en: 'list operators and their roles' },
  options: {},
  run: (context) => withWorkspace(context, async (workspace) => done(await staffResult(workspace, context))),
};

export const operatorsAddCommand: Command = {
  name: 'operators add',
  usage: `NAME ${roleOption}`,
  does: {
    'zh-CN': '添加操作员，数字密码从标准输入或终端读取；第一位必须是店长，同时给出找回码',
    en: 'add an operator, the PIN comes from standard input or the terminal; the first one is a manager and gets the rescue code',
  },
  options: { role: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const role = readRole(context);
      if (!role.ok) return role;
      const name = context.operands[0];
      if (name === undefined || role.value === undefined)
        return failure('USAGE', { detail: `operators add NAME ${roleOption}` });
      const added = await addOperator(workspace, {
        name,
        role: role.value,
        pin: await readPin(context, 'newPin', name),
      });
      return added.ok ? done(await staffResult(workspace, context, added.value.rescueCode)) : added;
    }),
};

export const operatorsChangeCommand: Command = {
  name: 'operators change',
  usage: `NAME [--name NEW] [${roleOption}] [--new-pin]`,
  does: {
    'zh-CN': '更改操作员的名字、角色或数字密码（从标准输入或终端读取）',
    en: 'change name, role or PIN of an operator (the PIN comes from standard input or the terminal)',
  },
  options: { name: { type: 'string' }, role: { type: 'string' }, 'new-pin': { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const role = readRole(context);
      if (!role.ok) return role;
      const found = await operatorByName(workspace, context.operands[0]);
      if (!found.ok) return found;
      const { id: operatorId, version } = found.value;
      const pin = context.flag('new-pin') ? await readPin(context, 'newPin', found.value.name) : undefined;
      const change = { operatorId, version, name: context.text('name'), role: role.value, pin };
      const changed = await changeOperator(workspace, change);
      return changed.ok ? done(await staffResult(workspace, context)) : changed;
    }),
};

export const operatorsRemoveCommand: Command = {
  name: 'operators remove',
  usage: 'NAME',
  does: { 'zh-CN': '删除操作员', en: 'remove an operator' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const found = await operatorByName(workspace, context.operands[0]);
      if (!found.ok) return found;
      const { id: operatorId, version } = found.value;
      const removed = await removeOperator(workspace, { operatorId, version });
      return removed.ok ? done(await staffResult(workspace, context)) : removed;
    }),
};

const codeResult = (rescueCode: string, { language }: CommandContext): CommandResult => ({
  exitCode: 0,
  json: { rescueCode },
  human: rescueLines(rescueCode, language),
});

export const operatorsCodeCommand: Command = {
  name: 'operators code',
  usage: '',
  does: {
    'zh-CN': '生成新的找回码（只显示这一次），旧的作废',
    en: 'make a new rescue code, shown this once; the former one is void',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const made = await makeRescueCode(workspace);
      return made.ok ? done(codeResult(made.value, context)) : made;
    }),
};

export const operatorsRescueCommand: Command = {
  name: 'operators rescue',
  usage: 'NAME',
  does: {
    'zh-CN': '凭找回码给店长设置新的数字密码：先找回码，后新的数字密码，从终端或标准输入的前两行读取',
    en: 'set a new PIN for a manager by the rescue code: the code, then the PIN, from the terminal or the first two lines of standard input',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const found = await operatorByName(workspace, context.operands[0]);
      if (!found.ok) return found;
      const { id: operatorId, name } = found.value;
      const code = await readPin(context, 'rescueCode', name);
      const pin = await readPin(context, 'newPin', name);
      const next = await rescueManager(workspace, { operatorId, code, pin });
      return next.ok ? done(codeResult(next.value, context)) : next;
    }),
};

/** Who works here under exactly this name. */
async function operatorByName({ store }: Workspace, name: string | undefined): Promise<Outcome<Operator>> {
  const found = (await store.read.operators.active()).find((operator) => operator.name === name);
  return found === undefined ? failure('OPERATOR_NOT_FOUND') : done(found);
}

/** A code that is told this once, and what it is for. */
const rescueLines = (code: string, language: Language): string[] => [
  commandText(language, 'rescueIs', { code }),
  commandText(language, 'rescueKeep'),
];
