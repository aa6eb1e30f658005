import { roles } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { printBadge, removeBadge } from '../../usecases/operators/badges.ts';
import { addOperator, changeOperator, removeOperator } from '../../usecases/operators/operators.ts';
import { makeRescueCode, rescueManager } from '../../usecases/operators/rescue.ts';
import { allowNameSearches } from '../../usecases/orders/nameSearch.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, type CommandResult, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { readSecret } from '../main/terminal.ts';
import { flag, found, oneOf, required, text } from '../main/word.ts';

const say = phrases({
  searches: ['{name} 还可以按姓名查找 {left} 次。', '{name} can search by name {left} {left|time|times}.'],
  none: ['没有操作员：打开工作区的人就是店主。', 'No operators: whoever unlocks is the owner.'],
  badge: [
    '{name} 的工牌已打印，扫一下就登录；之前的作废。',
    'The badge of {name} is printed: its scan signs in. The former one is void.',
  ],
  badgeVoid: ['{name} 的工牌已作废。', 'The badge of {name} is void.'],
  newPin: ['给 {name} 设置的数字密码：', 'New PIN for {name}: '],
  rescueCode: ['找回码：', 'Rescue code: '],
  rescueIs: ['找回码：{code}', 'Rescue code: {code}'],
  rescueKeep: [
    '请现在抄下来，放在电脑以外的地方：只显示这一次。店长忘记数字密码时，用它设置新的。',
    'Write it down now and keep it away from this computer: it is shown this once. It sets a new PIN for a manager who forgot it.',
  ],
});

/** Who works here under exactly this name. */
const operator = found('NAME', async ({ store }, name) => {
  const known = (await store.read.operators.active()).find((one) => one.name === name);
  return known === undefined ? failure('OPERATOR_NOT_FOUND') : done(known);
});

/** A code that is shown this once, and what it is for. */
const rescueLines = (code: string, language: Language): string[] => [
  say(language, 'rescueIs', { code }),
  say(language, 'rescueKeep'),
];

const codeResult = (rescueCode: string, language: Language): Outcome<CommandResult> =>
  report({ rescueCode }, rescueLines(rescueCode, language));

/** Everybody who works here, after whatever was done; with the first of them the rescue code. */
async function staff(
  { store }: Workspace,
  language: Language,
  rescueCode: string | null = null,
  isCodeShown = false,
): Promise<Outcome<CommandResult>> {
  const operators = (await store.read.operators.active()).map(({ name, role }) => ({ name, role }));
  const human = inColumns(operators.map(({ name, role }) => [name, wordFor(language, 'role', role)]));
  if (rescueCode !== null)
    return report({ operators, rescueCode: isCodeShown ? rescueCode : null, hasRescueCode: true }, [
      ...human,
      ...rescueLines(rescueCode, language),
    ]);
  return report({ operators }, human.length === 0 ? [say(language, 'none')] : human);
}

export const operatorCommands: readonly Command[] = [
  command({
    name: 'operators list',
    zh: '列出操作员和角色',
    en: 'list operators and their roles',
    // Names alone, as whoever signs in at the window sees them.
    access: 'anybody',
    run: ({ workspace, language }) => staff(workspace, language),
  }),
  command({
    name: 'operators add',
    zh: '添加操作员，数字密码从标准输入或终端读取；第一位必须是店长，同时给出找回码（JSON 里要加 --show-code 才有）',
    en: 'add an operator, the PIN comes from standard input or the terminal; the first one is a manager and gets the rescue code (in JSON only with --show-code)',
    access: 'manageOperators',
    begins: true,
    operands: [text('NAME')],
    // Logs keep what a document holds: the code is in it only when somebody asks. `operators code` makes another one.
    options: { role: required(oneOf(roles)), 'show-code': flag },
    async run({ workspace, language, terminal, operands: [name], options }) {
      const { role, 'show-code': isCodeShown } = options;
      const pin = await readSecret(terminal, say(language, 'newPin', { name }));
      const added = unwrap(await addOperator(workspace, { name, role, pin }));
      return staff(workspace, language, added.rescueCode, isCodeShown);
    },
  }),
  command({
    name: 'operators change',
    zh: '更改操作员的名字、角色或数字密码（从标准输入或终端读取）',
    en: 'change name, role or PIN of an operator (the PIN comes from standard input or the terminal)',
    access: 'manageOperators',
    operands: [operator],
    options: { name: text('NEW'), role: oneOf(roles), 'new-pin': flag },
    async run({ workspace, language, terminal, operands: [who], options }) {
      const { name, role } = options;
      const question = say(language, 'newPin', { name: who.name });
      const pin = options['new-pin'] ? await readSecret(terminal, question) : undefined;
      const change = { operatorId: who.id, version: who.version, name, role, pin };
      unwrap(await changeOperator(workspace, change));
      return staff(workspace, language);
    },
  }),
  command({
    name: 'operators remove',
    zh: '删除操作员',
    en: 'remove an operator',
    access: 'manageOperators',
    operands: [operator],
    async run({ workspace, language, operands: [{ id: operatorId, version }] }) {
      unwrap(await removeOperator(workspace, { operatorId, version }));
      return staff(workspace, language);
    },
  }),
  command({
    name: 'operators badge',
    zh: '给打包员打印工牌：扫一下就登录；--remove 作废',
    en: 'print the badge of a packer, who signs in by scanning it; --remove makes it void',
    access: 'manageOperators',
    operands: [operator],
    options: { printer: text('URI'), remove: flag },
    async run({ workspace, language, operands: [{ id: operatorId, name, version }], options }) {
      const { printer: printerUri = '', remove } = options;
      if (remove) unwrap(await removeBadge(workspace, { operatorId, version }));
      else unwrap(await printBadge(workspace, { operatorId, version, printerUri }));
      return report({ name, hasBadge: !remove }, [say(language, remove ? 'badgeVoid' : 'badge', { name })]);
    },
  }),
  command({
    name: 'operators searches',
    zh: '让看到打码姓名的操作员可以继续按姓名查找',
    en: 'let an operator who sees masked names go on searching by name',
    access: 'seePersonalData',
    operands: [operator],
    async run({ workspace, language, operands: [{ id: operatorId, name }] }) {
      const { left } = unwrap(await allowNameSearches(workspace, { operatorId }));
      return report({ name, left }, [say(language, 'searches', { name, left })]);
    },
  }),
  command({
    name: 'operators code',
    zh: '生成新的找回码（只显示这一次），旧的作废',
    en: 'make a new rescue code, shown this once; the previous one is void',
    access: 'manageOperators',
    async run({ workspace, language }) {
      const made = unwrap(await makeRescueCode(workspace));
      return codeResult(made, language);
    },
  }),
  command({
    name: 'operators rescue',
    zh: '凭找回码给店长设置新的数字密码：先找回码，后新的数字密码，从终端或标准输入的前两行读取',
    en: 'set a new PIN for a manager by the rescue code: the code, then the PIN, from the terminal or the first two lines of standard input',
    // Takes the rescue code instead of a PIN.
    access: 'anybody',
    operands: [operator],
    async run({ workspace, language, terminal, operands: [{ id: operatorId, name }] }) {
      const code = await readSecret(terminal, say(language, 'rescueCode'));
      const pin = await readSecret(terminal, say(language, 'newPin', { name }));
      const next = unwrap(await rescueManager(workspace, { operatorId, code, pin }));
      return codeResult(next, language);
    },
  }),
];
