import { defineErrors } from './defineErrors.ts';

/** Workspace, keys, storage and the command line itself. */
export const workspaceErrors = defineErrors({
  USAGE: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '命令用法不对：{detail}。', next: '运行 shipdesk help 查看用法。' },
    en: {
      says: 'The command is not usable as written: {detail}.',
      next: 'Run shipdesk help to see the usage.',
    },
  },
  INTERNAL: {
    fix: 'developer',
    retryable: false,
    'zh-CN': {
      says: '程序内部出错，当前操作没有完成。',
      next: '重试一次；仍然出错请加 --debug 运行并联系支持。',
    },
    en: {
      says: 'The program failed inside; this action did not finish.',
      next: 'Try once more; if it fails again run with --debug and contact support.',
    },
  },
  SETTING_UNKNOWN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '没有名为 {name} 的设置。', next: '可以设置：{names}。' },
    en: { says: 'There is no setting named {name}.', next: 'You can set: {names}.' },
  },
  SETTING_OUT_OF_RANGE: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '设置 {name} 要填 {least} 到 {most} 的整数。', next: '改为这个范围内的整数后再保存。' },
    en: {
      says: 'The setting {name} takes a whole number from {least} to {most}.',
      next: 'Enter a whole number in this range and save again.',
    },
  },
  WORKSPACE_BUSY: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '工作区正被另一个程序使用（进程号 {pid}）。', next: '等它结束或关闭它，再试一次。' },
    en: {
      says: 'The workspace is in use by another process (pid {pid}).',
      next: 'Wait until it ends or close it, then try again.',
    },
  },
  WORKSPACE_MISSING: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '这里还没有工作区。', next: '先新建一个工作区。' },
    en: { says: 'There is no workspace here yet.', next: 'Make one first.' },
  },
  WORKSPACE_LOCKED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '工作区已锁定，口令缺失或不对。',
      next: '设置环境变量 SHIPDESK_PASSPHRASE，或在终端里输入口令。',
    },
    en: {
      says: 'The workspace is locked: the passphrase is missing or wrong.',
      next: 'Set SHIPDESK_PASSPHRASE or type the passphrase on a terminal.',
    },
  },
  WORKSPACE_NO_KEY_STORE: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这台电脑没有可用的系统密钥库，新工作区需要口令。',
      next: '设置环境变量 SHIPDESK_PASSPHRASE 后重试；只想试用请加 --practice。',
    },
    en: {
      says: 'This computer has no usable key store, so a new workspace needs a passphrase.',
      next: 'Set SHIPDESK_PASSPHRASE and try again, or add --practice just to try the program.',
    },
  },
  WORKSPACE_DAMAGED: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '工作区的数据库已损坏或不是本程序的文件，没有做任何改动。',
      next: '从备份恢复；原文件请保留，不要删除。',
    },
    en: {
      says: 'The workspace database is damaged or not ours; nothing was changed.',
      next: 'Restore a backup, and keep the damaged file.',
    },
  },
  WORKSPACE_NEWER: {
    fix: 'owner',
    retryable: false,
    'zh-CN': { says: '工作区由更新版本的程序创建（版本 {version}）。', next: '请升级本程序后再打开。' },
    en: {
      says: 'The workspace was written by a newer program (schema {version}).',
      next: 'Update this program, then open it again.',
    },
  },
  WORKSPACE_OLDER: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '工作区由本程序正式发布之前的试用版创建（版本 {version}），没有做任何改动。',
      next: '先用最后一个试用版打开一次，再用本程序打开；或者新建一个工作区。',
    },
    en: {
      says: 'The workspace was made by a trial version from before the first release (schema {version}); nothing was changed.',
      next: 'Open it once with the last trial version, then with this program; or make a new workspace.',
    },
  },
  RECORD_UNREADABLE: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '工作区里的一条记录读不出来（{record}），没有再用它做任何事；其余记录不受影响。',
      next: '运行 doctor 检查工作区；需要时从备份恢复。',
    },
    en: {
      says: 'A stored record cannot be read ({record}); nothing more was done with it. All others are unaffected.',
      next: 'Run doctor to check the workspace, and restore a backup if needed.',
    },
  },
  WORKSPACE_NOT_WRITABLE: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '无法写入工作区文件夹 {folder}。',
      next: '检查文件夹权限和磁盘空间，或用 --data 选择别的文件夹。',
    },
    en: {
      says: 'The workspace folder {folder} cannot be written.',
      next: 'Check its permissions and the disk space, or choose another folder with --data.',
    },
  },
  OUT_NOT_WRITABLE: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '文件 {file} 写不进去。',
      next: '检查文件夹是否存在、有没有写入权限和剩余空间，或用 --out 写到别处。',
    },
    en: {
      says: 'The file {file} cannot be written.',
      next: 'Check that its folder exists, may be written and has room, or write elsewhere with --out.',
    },
  },
  PRACTICE_REFUSES_REAL_ACCOUNT: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '练习工作区的密钥没有口令保护，不能保存真实账号。',
      next: '用 --data 另建一个带口令的工作区，再添加账号。',
    },
    en: {
      says: 'A practice workspace keeps its key unprotected and refuses real accounts.',
      next: 'Make another workspace with a passphrase (--data), then add the account there.',
    },
  },
  REQUEST_INVALID: {
    fix: 'developer',
    retryable: false,
    'zh-CN': { says: '请求格式不对：{field}', next: '请刷新页面；仍然出现请联系支持。' },
    en: {
      says: 'The request is not well formed: {field}.',
      next: 'Reload the page; if it happens again contact support.',
    },
  },
});
