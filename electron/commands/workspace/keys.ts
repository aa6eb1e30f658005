import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import {
  type KeySlots,
  listKeySlots,
  makeRecoveryCode,
  removeKeySlot,
  setPassphrase,
} from '../../usecases/workspace/keys.ts';
import { renewKey } from '../../usecases/workspace/renewKey.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, type CommandResult, command, report, tool, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { readSecret, type Terminal } from '../main/terminal.ts';
import { flag, text } from '../main/word.ts';

const say = phrases({
  made: ['{at} 设置', 'set {at}'],
  used: ['{at} 用它打开过', 'opened the workspace {at}'],
  bound: [
    '注意：只有这台电脑打得开这个工作区和它的备份。用 keys recovery 生成恢复码，或用 keys passphrase 设置口令。',
    'Note: only this computer opens the workspace and its backups. Make a recovery code (keys recovery) or set a passphrase (keys passphrase).',
  ],
  renewed: [
    '已换成新密钥，旧数据文件已销毁。请马上做一份新备份。',
    'The workspace has a new key, and the files under the former one are destroyed. Make a new backup now.',
  ],
  renewedThere: [
    '服务器上的订单簿已换新密钥，各工作台自动拿到；之前发出的加入码作废。账号密钥如果可能泄露，请到各平台更换。',
    'The book on the server has new keys, which the benches get by themselves; earlier invitations are void. Change account secrets that may be known at their platforms.',
  ],
  without: [
    '这些工作台没有拿到新密钥，请移出后用加入码重新加入：{names}',
    'These benches did not get the new keys; shut them out and have them join anew by an invitation: {names}',
  ],
  lost: [
    '这些打开方式没有带过来，请重新设置：{keys}',
    'These ways to open it were not taken along; set them anew: {keys}',
  ],
  newPassphrase: ['新口令：', 'New passphrase: '],
  repeated: ['再输入一遍：', 'The same once more: '],
  code: ['恢复码：{code}', 'Recovery code: {code}'],
  keep: [
    '请现在抄下来，放在电脑以外的地方：只显示这一次。忘记口令或换电脑时，凭它打开工作区和备份；以前的恢复码只打得开以前的备份。',
    'Write it down now and keep it away from this computer: it is shown this once. It opens the workspace and its backups when the passphrase or the computer is lost; an earlier code opens earlier backups only.',
  ],
});

function slotsReport({ slots, isBoundToMachine }: KeySlots, language: Language): Outcome<CommandResult> {
  const rows = slots.map(({ createdAt, usedAt, ...slot }) => ({
    ...slot,
    createdAt: isoTime(createdAt),
    usedAt: isoTime(usedAt),
  }));
  const human = inColumns(
    slots.map(({ id, kind, createdAt, usedAt }) => [
      id,
      wordFor(language, 'keySlot', kind),
      createdAt === null ? '' : say(language, 'made', { at: localTime(createdAt) }),
      usedAt === null ? '' : say(language, 'used', { at: localTime(usedAt) }),
    ]),
  );
  if (isBoundToMachine) human.push(say(language, 'bound'));
  return report({ slots: rows, isBoundToMachine }, human);
}

/** Twice at a terminal, where nobody sees what was typed; once from standard input. */
async function readNewPassphrase(terminal: Terminal, language: Language): Promise<Outcome<string>> {
  const passphrase = await readSecret(terminal, say(language, 'newPassphrase'));
  if (!terminal.isInteractive) return { ok: true, value: passphrase };
  const isSame = (await readSecret(terminal, say(language, 'repeated'))) === passphrase;
  return isSame ? { ok: true, value: passphrase } : failure('PASSPHRASE_DIFFERS');
}

export const keyCommands: readonly Command[] = [
  command({
    name: 'keys list',
    zh: '列出打开工作区的钥匙：口令、恢复码、系统密钥库',
    en: 'list what opens the workspace: passphrase, recovery code, key store',
    access: 'manageOperators',
    run: async ({ workspace, language }) => slotsReport(unwrap(listKeySlots(workspace)), language),
  }),
  command({
    name: 'keys passphrase',
    zh: '设置或更改工作区口令，新口令从终端或标准输入读取',
    en: 'set or change the passphrase; the new one comes from the terminal or standard input',
    access: 'manageOperators',
    begins: true,
    async run({ workspace, language, terminal }) {
      const passphrase = unwrap(await readNewPassphrase(terminal, language));
      return slotsReport(unwrap(await setPassphrase(workspace, passphrase)), language);
    },
  }),
  command({
    name: 'keys recovery',
    zh: '生成新的恢复码（只显示这一次），旧的作废；加 --show-code 才写进 --json 的结果',
    en: 'make a new recovery code, shown this once; the previous one is void. --json holds it with --show-code only',
    access: 'manageOperators',
    begins: true,
    options: { 'show-code': flag },
    async run({ workspace, language, isJson, options, wrongUsage }) {
      // Results of --json end up in logs that many read: there the code stands only where somebody asked for it.
      if (isJson && !options['show-code']) return wrongUsage();
      const recoveryCode = unwrap(await makeRecoveryCode(workspace));
      return report({ recoveryCode }, [say(language, 'code', { code: recoveryCode }), say(language, 'keep')]);
    },
  }),
  command({
    name: 'keys remove',
    zh: '去掉一把钥匙，最后一把除外',
    en: 'take one of the keys away, but never the last one',
    access: 'manageOperators',
    operands: [text('SLOT')],
    run: async ({ workspace, language, operands: [slot] }) =>
      slotsReport(unwrap(await removeKeySlot(workspace, slot)), language),
  }),
  tool({
    name: 'keys renew',
    zh: '换一把新密钥：数据、账号密钥和接口调用记录都重新加密，恢复码换新（只显示这一次）；以前的备份仍用旧密钥。订单在服务器上时，换的是各工作台共用的密钥',
    en: 'give the workspace a new key: everything is encrypted anew and the recovery code is a new one, shown this once; earlier backups stay under the former key. Where the orders lie on a server, the keys that its benches share are renewed',
    access: 'manageOperators',
    options: { 'show-code': flag },
    async run({ language, isJson, signal: stopping, options, wrongUsage, actOnWorkspace }) {
      if (isJson && !options['show-code']) return wrongUsage();
      const renewed = unwrap(
        await actOnWorkspace((opened, request, parts) => renewKey(opened, { ...request, stopping }, parts)),
      );
      await renewed.close();
      const { recoveryCode, keysLost, withoutKeys } = renewed;
      if (recoveryCode === null) {
        const names = withoutKeys.join(', ');
        const without = names === '' ? [] : [say(language, 'without', { names })];
        return report({ recoveryCode, keysLost, withoutKeys }, [say(language, 'renewedThere'), ...without]);
      }
      const human = [
        say(language, 'renewed'),
        say(language, 'code', { code: recoveryCode }),
        say(language, 'keep'),
      ];
      const keys = keysLost.map((kind) => wordFor(language, 'keySlot', kind)).join(', ');
      if (keysLost.length > 0) human.push(say(language, 'lost', { keys }));
      return report({ recoveryCode, keysLost, withoutKeys }, human);
    },
  }),
];
