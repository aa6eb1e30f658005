import { done } from '../../../shared/errors/outcome.ts';
import { checkWorkspace } from '../../usecases/workspace/check.ts';
import { productVersion } from '../../usecases/workspace/supportText.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { stateText } from '../main/stateText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

/** What each check means, in both languages. */
const names = {
  key: { 'zh-CN': '密钥', en: 'key' },
  database: { 'zh-CN': '数据库', en: 'database' },
  permissions: { 'zh-CN': '文件夹权限', en: 'folder permissions' },
  queue: { 'zh-CN': '取号队列', en: 'booking queue' },
  unsure: { 'zh-CN': '结果不明', en: 'unsure' },
  prints: { 'zh-CN': '打印任务', en: 'print jobs' },
  sender: { 'zh-CN': '寄件人', en: 'sender' },
  accounts: { 'zh-CN': '账号', en: 'accounts' },
  resources: { 'zh-CN': '字体和区划数据', en: 'fonts and division data' },
  backup: { 'zh-CN': '距上次备份天数', en: 'days since the last backup' },
  clock: { 'zh-CN': '电脑慢了几秒', en: 'seconds this computer is behind' },
  lanes: { 'zh-CN': '被停用或未解锁的账号', en: 'accounts refused or still locked' },
  acts: { 'zh-CN': '操作记录里第一条被改动的', en: 'first entry of the record of acts that was changed' },
  journal: { 'zh-CN': '恢复后待核对的取号', en: 'bookings to look up after a restore' },
} as const;

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  does: { 'zh-CN': '检查工作区并说明每一项的结果', en: 'check the workspace and name every result' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const checks = await checkWorkspace(workspace);
      const human = checks.map(({ name, state, detail }) =>
        commandText(context.language, 'checkLine', {
          name: names[name][context.language],
          state: stateText('check', state, context.language),
          detail: stateText('check', detail, context.language),
        }),
      );
      const isFailing = checks.some(({ state }) => state === 'fail');
      return done({ exitCode: isFailing ? 3 : 0, json: { checks }, human });
    }),
};

/** Needs no workspace: what support asks first. */
export const versionCommand: Command = {
  name: 'version',
  usage: '',
  does: { 'zh-CN': '程序的版本', en: 'version of the program' },
  options: {},
  run: async () => {
    const { platform, arch, versions } = process;
    const json = { version: productVersion, node: versions.node, platform, arch };
    return done({
      exitCode: 0,
      json,
      human: [`ShipDesk ${productVersion}  Node ${versions.node}  ${platform} ${arch}`],
    });
  },
};
