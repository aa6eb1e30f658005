import { listBackups } from '../../usecases/backups/list.ts';
import { backUpWorkspace } from '../../usecases/workspace/backup.ts';
import { type Command, command, report, tool, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { text } from '../main/word.ts';

const say = phrases({
  listed: [
    '{at}  {orders} 单  {size} MB  {place}  {by}  {state}  {file}',
    '{at}  {orders} orders  {size} MB  {place}  {by}  {state}  {file}',
  ],
  none: ['还没有备份。', 'No backup yet.'],
  own: ['本机', 'this computer'],
  second: ['第二位置', 'second place'],
  schedule: ['自动', 'automatic'],
  person: ['手动', 'by hand'],
  upgrade: ['升级前', 'before an upgrade'],
  whole: ['完整', 'whole'],
  broken: ['打不开', 'does not open'],
  unknown: ['时间不明', 'time unknown'],
  backedUp: [
    '已备份 {orders} 单到 {file}（{bytes} 字节，已逐页校验）。',
    '{orders} orders backed up to {file} ({bytes} bytes, every page verified).',
  ],
  bound: [
    '注意：这份备份只能在这台电脑上打开（密钥在系统密钥库里），换电脑请先设置口令。',
    'Note: only this computer can open the backup (its key store holds the key). Set a passphrase before moving on.',
  ],
  restored: ['已恢复 {at} 的备份，共 {orders} 单。', 'Restored the backup of {at}: {orders} orders.'],
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
    zh: '备份整个工作区到一个加密文件，并逐页校验',
    en: 'back up the whole workspace into one encrypted, verified file',
    // Sealed as it is: nobody reads it who could not open the workspace, and nightly backups have nobody who signs in.
    access: 'anybody',
    options: { out: text('FILE') },
    async run({ workspace, language, options: { out } }) {
      const { file, header, isBoundToMachine } = unwrap(await backUpWorkspace(workspace, out));
      const { orders, databaseBytes: bytes, schemaVersion } = header;
      const head = say(language, 'backedUp', { orders, file, bytes });
      const madeAt = isoTime(header.madeAt);
      return report(
        { file, madeAt, orders, bytes, schemaVersion, isVerified: true, isBoundToMachine },
        isBoundToMachine ? [head, say(language, 'bound')] : [head],
      );
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
        madeAt: one.madeAt === null ? null : isoTime(one.madeAt),
      }));
      return report({ backups: json }, backups.length === 0 ? [say(language, 'none')] : human);
    },
  }),
  tool({
    name: 'restore',
    zh: '用备份替换工作区；原来的数据移到一边，不删除',
    en: 'put a backup in the place of the workspace; what was there is set aside',
    // An old backup may know of no operators: those of the present workspace must agree.
    access: 'manageOperators',
    operands: [text('FILE')],
    async run({ language, restore, operands: [file] }) {
      const restored = unwrap(await restore(file));
      const { header, setAside, sender } = restored;
      await restored.close();
      const { orders, madeAt } = header;
      const human = [say(language, 'restored', { orders, at: localTime(madeAt) })];
      if (setAside !== null) human.push(say(language, 'setAside', { folder: setAside }));
      if (sender === 'kept') human.push(say(language, 'senderKept'));
      if (sender === 'missing') human.push(say(language, 'senderMissing'));
      return report({ file, madeAt: isoTime(madeAt), orders, setAside, sender }, human);
    },
  }),
];
