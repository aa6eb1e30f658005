import { wordFor } from '../../../shared/text/words.ts';
import { checkWorkspace } from '../../usecases/workspace/check.ts';
import { writeDiagnosticBundle } from '../../usecases/workspace/diagnosticBundle.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { path, writtenFile } from '../main/word.ts';

/** What each check means, in both languages. */
const names = {
  key: { 'zh-CN': '密钥', en: 'key' },
  keys: { 'zh-CN': '打开工作区的钥匙', en: 'keys that open the workspace' },
  database: { 'zh-CN': '数据库', en: 'database' },
  permissions: { 'zh-CN': '文件夹权限', en: 'folder permissions' },
  place: { 'zh-CN': '工作区所在的位置', en: 'where the workspace lies' },
  queue: { 'zh-CN': '取号队列', en: 'booking queue' },
  unsure: { 'zh-CN': '待确认', en: 'unconfirmed' },
  prints: { 'zh-CN': '打印任务', en: 'print jobs' },
  sender: { 'zh-CN': '寄件人', en: 'sender' },
  accounts: { 'zh-CN': '账号', en: 'accounts' },
  resources: { 'zh-CN': '字体和区划数据', en: 'fonts and division data' },
  backup: { 'zh-CN': '距上次备份天数', en: 'days since the last backup' },
  clock: { 'zh-CN': '电脑慢了几秒', en: 'seconds this computer is behind' },
  lanes: { 'zh-CN': '被停用或未解锁的账号', en: 'accounts stopped or still locked' },
  acts: { 'zh-CN': '操作记录里第一条被改动的', en: 'first entry of the record of acts that was changed' },
  pins: { 'zh-CN': '数字密码不足 6 位的店长', en: 'managers whose PIN has fewer than 6 digits' },
  retention: {
    'zh-CN': '个人信息已到保留时间的订单（retention set 选择天数后自动清除）',
    en: 'orders whose personal data has outlived its time (goes by itself once retention set has named one)',
  },
  parts: {
    'zh-CN': '没搬完的订单簿留在服务器上的部分（怎么处理见 workspace status）',
    en: 'parts of the order book that unfinished moves left on servers (see workspace status)',
  },
  seal: { 'zh-CN': '封存文件 state.sealed', en: 'sealed file state.sealed' },
  journal: {
    'zh-CN': '接口调用记录（恢复后待核对的取号）',
    en: 'journal of outside calls (bookings to look up after a restore)',
  },
} as const;

export const doctorCommands: readonly Command[] = [
  command({
    name: 'doctor',
    zh: '检查工作区并说明每一项的结果',
    en: 'check the workspace and name every result',
    access: 'anybody',
    begins: true,
    async run({ workspace, language }) {
      const checks = await checkWorkspace(workspace);
      const wordOf = (state: string) => wordFor(language, 'check', state);
      const colon = language === 'en' ? ': ' : '：';
      const human = checks.map(
        ({ name, state, detail }) => `[${wordOf(state)}] ${names[name][language]}${colon}${wordOf(detail)}`,
      );
      return report(
        { checks },
        human,
        checks.some(({ state }) => state === 'fail'),
      );
    },
  }),
  command({
    name: 'diagnose',
    zh: '把排查问题要用的内容存成一个压缩包，不含密钥和个人信息',
    en: 'write what finding a fault takes into one zip, without keys or personal data',
    access: 'seeWork',
    options: { out: writtenFile(path('FILE.zip')) },
    async run({ workspace, language, options: { out } }) {
      const { path: file, files } = unwrap(await writeDiagnosticBundle(workspace, { language, path: out }));
      return report({ file, files }, [file]);
    },
  }),
];
