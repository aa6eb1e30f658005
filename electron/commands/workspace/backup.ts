import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { listBackups } from '../../usecases/backups/list.ts';
import { backUpByHand } from '../../usecases/workspace/backup.ts';
import type { RestoredWorkspace } from '../../usecases/workspace/restore.ts';
import { aligned } from '../main/columns.ts';
import { type Command, command, report, tool, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { flag, path, text } from '../main/word.ts';

const say = phrases({
  listed: [
    '{at}  {orders} 单  {size} MB  {place}  {by}  {state}  {file}',
    '{at}  {orders} {orders|order|orders}  {size} MB  {place}  {by}  {state}  {file}',
  ],
  none: ['还没有备份。', 'No backup yet.'],
  own: ['本机', 'this computer'],
  second: ['第二位置', 'second location'],
  schedule: ['自动', 'automatic'],
  person: ['手动', 'by hand'],
  upgrade: ['升级前', 'before an upgrade'],
  whole: ['完整', 'whole'],
  broken: ['打不开', 'does not open'],
  unknown: ['时间不明', 'time unknown'],
  backedUp: [
    '已备份 {orders} 单到 {file}（{bytes} 字节，已逐页校验）。',
    '{orders} {orders|order|orders} backed up to {file} ({bytes} {bytes|byte|bytes}, every page verified).',
  ],
  bound: [
    '注意：这份备份只能在这台电脑上打开（密钥在系统密钥库里），换电脑请先设置口令。',
    'Note: only this computer can open the backup (its key store holds the key). Set a passphrase before moving on.',
  ],
  notEncrypted: [
    '注意：练习工作区的密钥就写在备份里，这份备份没有加密保护。',
    'Note: this is a practice workspace, whose key lies in the backup itself: nothing protects it.',
  ],
  oldFormat: [
    '注意：这份备份是旧格式，它的说明无法证明；订单数据已逐页校验。',
    'Note: the backup is of an earlier format whose header nothing proves; its data were verified page by page.',
  ],
  peopleKept: [
    '操作员、数字密码和找回码沿用恢复前的，没有用备份里的旧名单。',
    'Operators, PINs and rescue code are those of before the restore; the older ones of the backup were not taken.',
  ],
  actsCarried: [
    '接上了恢复前的 {count} 条操作记录。',
    '{count} {count|entry|entries} of the record of acts {count|was|were} carried over.',
  ],
  actsMissing: [
    '备份以后的 {count} 条操作记录没有找回来，已写进操作记录。',
    '{count} {count|entry|entries} of the record of acts made since the backup {count|is|are} lost; the record says so.',
  ],
  keyReplaced: ['工作区的密钥换成了备份的那一把。', 'The key of the workspace is now that of the backup.'],
  keysLost: [
    '恢复后少了这些打开方式：{keys}。需要的话重新设置。',
    'These ways to open the workspace are gone: {keys}. Set them anew where needed.',
  ],
  erasedAgain: [
    '备份里还有 {persons} 个要求删除信息的人，已再次清除：清除了 {orders} 个订单，还要办的 {awaited} 个办完后自动清除。',
    'The backup held {persons} {persons|person|people} erased at their request since, now erased again: {orders} {orders|order|orders} at once, {awaited} still needed once finished.',
  ],
  erasedUnreadable: [
    '“要求删除的人”名单打不开：备份以后清除过的人可能又在里面，请再清除一次。',
    'The list of people erased at their request does not open: whoever was erased since the backup may be back, so erase them again.',
  ],
  restored: [
    '已恢复 {at} 的备份，共 {orders} 单。',
    'Restored the backup of {at}: {orders} {orders|order|orders}.',
  ],
  elsewhere: [
    '这台电脑上没有备份以后的记录：七天内的订单取号前会先问平台，不会重复取号；备份以后可能打过的面单不会自己再打，会先问你。',
    'This computer has no record of what came after the backup: for seven days the platform is asked before anything is booked, so nothing is booked twice. A label that may have come out after the backup does not print by itself: you are asked first.',
  ],
  setAside: [
    '原来的数据没有删除，移到了 {folder}。',
    'What was there before is not deleted; it is in {folder}.',
  ],
  senderKept: [
    '备份里没有寄件人，沿用恢复前填写的寄件人。',
    'The backup has no sender; the one given before the restore is kept.',
  ],
  senderMissing: [
    '备份里没有寄件人，取号前先填写。',
    'The backup has no sender; give one before anything is booked.',
  ],
});

export const backupCommands: readonly Command[] = [
  command({
    name: 'backup',
    zh: '备份整个工作区到一个文件并逐页校验；练习工作区的备份没有加密保护',
    en: 'back up the whole workspace into one verified file, encrypted as the workspace is; that of a practice workspace is not protected',
    // Sealed as it is: nobody reads it who could not open the workspace, and nightly backups have nobody who signs in.
    access: 'anybody',
    options: { out: path('FILE') },
    async run({ workspace, language, signal, options: { out } }) {
      const { file, header, isBoundToMachine } = unwrap(await backUpByHand(workspace, out, signal));
      const { isPractice } = workspace;
      const { orders, databaseBytes: bytes, schemaVersion } = header;
      const human = [say(language, 'backedUp', { orders, file, bytes })];
      const madeAt = isoTime(header.madeAt);
      if (isBoundToMachine) human.push(say(language, 'bound'));
      if (isPractice) human.push(say(language, 'notEncrypted'));
      const facts = { file, madeAt, orders, bytes, schemaVersion, isVerified: true, isBoundToMachine };
      return report({ ...facts, isProtected: !isPractice }, human);
    },
  }),
  command({
    name: 'backup list',
    zh: '列出已有的备份：时间、订单数、大小、位置',
    en: 'list the backups there are: time, orders, size, place',
    access: 'anybody',
    async run({ workspace, language }) {
      const backups = await listBackups(workspace);
      const human = backups.map(({ madeAt, orders, bytes, place, madeBy, isProven, file }) =>
        say(language, 'listed', {
          at: madeAt === null ? say(language, 'unknown') : localTime(madeAt),
          orders: orders ?? '?',
          size: (bytes / 1_000_000).toFixed(1),
          place: say(language, place),
          by: say(language, madeBy),
          state: say(language, isProven ? 'whole' : 'broken'),
          file,
        }),
      );
      const json = backups.map((one) => ({
        ...one,
        madeAt: isoTime(one.madeAt),
      }));
      return report({ backups: json }, backups.length === 0 ? [say(language, 'none')] : aligned(human));
    },
  }),
  tool({
    name: 'restore',
    zh: '用备份替换工作区；原来的数据移到一边，不删除。有操作员时由店长同意：--operator 和数字密码，或 --rescue 和找回码',
    en: 'put a backup in the place of the workspace; what was there is set aside. Where there are operators a manager agrees: --operator and the PIN, or --rescue and the rescue code',
    // An old backup may know of no operators: those of the newest state that can be read must agree.
    access: 'manageOperators',
    operands: [text('FILE')],
    options: { rescue: flag, 'replace-key': flag, yes: text('WORD') },
    async run({ language, restore, operands: [file], options }) {
      const isKeyReplaced = options['replace-key'];
      const asked = { isRescued: options.rescue, isKeyReplaced, yes: options.yes };
      const restored = unwrap(await restore(file, asked));
      const { header, setAside, sender, proof, people, acts, keysLost, erasedAgain } = restored;
      await restored.close();
      const { orders, madeAt } = header;
      const facts = {
        file,
        madeAt: isoTime(madeAt),
        orders,
        setAside,
        sender,
        proof,
        people,
        acts,
        keysLost,
        erasedAgain: erasedAgain.ok ? erasedAgain.value : null,
      };
      return report({ ...facts, isKeyReplaced: restored.isKeyReplaced }, restoreLines(restored, language));
    },
  }),
];

/** What came of a restore, and everything that is less than it was. */
function restoreLines(restored: RestoredWorkspace, language: Language): string[] {
  const { header, setAside, sender, proof, people, acts, keysLost, isKeyReplaced, erasedAgain } = restored;
  const lines = [say(language, 'restored', { orders: header.orders, at: localTime(header.madeAt) })];
  lines.push(
    setAside === null ? say(language, 'elsewhere') : say(language, 'setAside', { folder: setAside }),
  );
  if (sender === 'kept') lines.push(say(language, 'senderKept'));
  if (sender === 'missing') lines.push(say(language, 'senderMissing'));
  if (proof === 'old-format') lines.push(say(language, 'oldFormat'));
  if (isKeyReplaced) lines.push(say(language, 'keyReplaced'));
  const keys = keysLost.map((kind) => wordFor(language, 'keySlot', kind)).join(', ');
  if (keysLost.length > 0) lines.push(say(language, 'keysLost', { keys }));
  if (people === 'kept') lines.push(say(language, 'peopleKept'));
  if (acts.carried > 0) lines.push(say(language, 'actsCarried', { count: acts.carried }));
  if (acts.missing > 0) lines.push(say(language, 'actsMissing', { count: acts.missing }));
  if (!erasedAgain.ok) lines.push(say(language, 'erasedUnreadable'));
  else if (erasedAgain.value.persons > 0) {
    lines.push(say(language, 'erasedAgain', { ...erasedAgain.value }));
  }
  return lines;
}
