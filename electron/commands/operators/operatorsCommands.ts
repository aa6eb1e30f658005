import { type Role, roleNames, roles } from '../../../shared/domain/role.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { addOperator, changeOperator, removeOperator } from '../../usecases/operators/operators.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { readPin } from '../main/readPin.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { operatorByName } from './operatorByName.ts';
import { rescueLines } from './rescueLines.ts';

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
