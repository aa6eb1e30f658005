import { byDeveloper, byOperator, byOwner, defineErrors } from './defineErrors.ts';

/** Workspace, keys, storage and the command line itself. */
export const workspaceErrors = defineErrors({
  USAGE: byOperator(
    ['命令用法不对：{detail}。', '请联系支持。', '运行 shipdesk help 查看用法。'],
    [
      'The command is not usable as written: {detail}.',
      'Contact support.',
      'Run shipdesk help to see the usage.',
    ],
  ),
  INTERNAL: byDeveloper(
    [
      '程序内部出错，当前操作没有完成。',
      '再试一次；仍然出错请联系支持。',
      '重试一次；仍然出错请加 --debug 运行并联系支持。',
    ],
    [
      'The program failed inside; this action did not finish.',
      'Try again; if it fails again, contact support.',
      'Try once more; if it fails again run with --debug and contact support.',
    ],
  ),
  SETTING_UNKNOWN: byOperator(
    ['没有名为 {name} 的设置。', '可以设置：{names}。'],
    ['There is no setting named {name}.', 'You can set: {names}.'],
  ),
  SETTING_OUT_OF_RANGE: byOperator(
    ['设置 {name} 要填 {least} 到 {most} 的整数。', '改为这个范围内的整数后再保存。'],
    [
      'The setting {name} takes a whole number from {least} to {most}.',
      'Enter a whole number in this range and save again.',
    ],
  ),
  WORKSPACE_BUSY: byOperator(
    ['工作区正被另一个程序使用（进程号 {pid}）。', '等它结束或关闭它，再试一次。'],
    [
      'The workspace is in use by another process (pid {pid}).',
      'Wait until it ends or close it, then try again.',
    ],
  ),
  WORKSPACE_MISSING: byOperator(
    ['这里还没有工作区。', '先新建一个工作区。'],
    ['There is no workspace here yet.', 'Make one first.'],
  ),
  WORKSPACE_LOCKED: byOperator(
    [
      '工作区已锁定，口令缺失或不对。',
      '输入工作区口令。',
      '设置环境变量 SHIPDESK_PASSPHRASE，或在终端里输入口令。',
    ],
    [
      'The workspace is locked: the passphrase is missing or wrong.',
      'Enter the passphrase of the workspace.',
      'Set SHIPDESK_PASSPHRASE or type the passphrase on a terminal.',
    ],
  ),
  WORKSPACE_NO_KEY_STORE: byOperator(
    [
      '这台电脑没有可用的系统密钥库，新工作区需要口令。',
      '设置一个口令；只想试用就选练习。',
      '设置环境变量 SHIPDESK_PASSPHRASE 后重试；只想试用请加 --practice。',
    ],
    [
      'This computer has no usable key store, so a new workspace needs a passphrase.',
      'Set a passphrase, or choose Practice just to try the program.',
      'Set SHIPDESK_PASSPHRASE and try again, or add --practice just to try the program.',
    ],
  ),
  WORKSPACE_DAMAGED: byOwner(
    ['工作区的数据库已损坏或不是本程序的文件，没有做任何改动。', '从备份恢复；原文件请保留，不要删除。'],
    [
      'The workspace database is damaged or not ours; nothing was changed.',
      'Restore a backup, and keep the damaged file.',
    ],
  ),
  WORKSPACE_NEWER: byOwner(
    ['工作区由更新版本的程序创建（版本 {version}）。', '请升级本程序后再打开。'],
    [
      'The workspace was written by a newer program (schema {version}).',
      'Update this program, then open it again.',
    ],
  ),
  WORKSPACE_OLDER: byOwner(
    [
      '工作区由本程序正式发布之前的试用版创建（版本 {version}），没有做任何改动。',
      '先用最后一个试用版打开一次，再用本程序打开；或者新建一个工作区。',
    ],
    [
      'The workspace was made by a trial version from before the first release (schema {version}); nothing was changed.',
      'Open it once with the last trial version, then with this program; or make a new workspace.',
    ],
  ),
  RECORD_UNREADABLE: byOwner(
    [
      '工作区里的一条记录读不出来（{record}），没有再用它做任何事；其余记录不受影响。',
      '请联系支持检查工作区；需要时从备份恢复。',
      '运行 doctor 检查工作区；需要时从备份恢复。',
    ],
    [
      'A stored record cannot be read ({record}); nothing more was done with it. All others are unaffected.',
      'Contact support to have the workspace checked, and restore a backup if needed.',
      'Run doctor to check the workspace, and restore a backup if needed.',
    ],
  ),
  WORKSPACE_NOT_WRITABLE: byOperator(
    [
      '无法写入工作区文件夹 {folder}。',
      '检查文件夹权限和磁盘空间，再试一次。',
      '检查文件夹权限和磁盘空间，或用 --data 选择别的文件夹。',
    ],
    [
      'The workspace folder {folder} cannot be written.',
      'Check its permissions and the disk space, then try again.',
      'Check its permissions and the disk space, or choose another folder with --data.',
    ],
  ),
  OUT_NOT_WRITABLE: byOperator(
    [
      '文件 {file} 写不进去。',
      '检查文件夹是否存在、有没有写入权限和剩余空间，或换一个地方保存。',
      '检查文件夹是否存在、有没有写入权限和剩余空间，或用 --out 写到别处。',
    ],
    [
      'The file {file} cannot be written.',
      'Check that its folder exists, can be written and has room, or save elsewhere.',
      'Check that its folder exists, can be written and has room, or write elsewhere with --out.',
    ],
  ),
  PRACTICE_REFUSES_REAL_ACCOUNT: byOperator(
    [
      '练习工作区的密钥没有口令保护，不能保存真实账号。',
      '另建一个带口令的工作区，再添加账号。',
      '用 --data 另建一个带口令的工作区，再添加账号。',
    ],
    [
      'A practice workspace keeps its key unprotected and refuses real accounts.',
      'Make another workspace with a passphrase, then add the account there.',
      'Make another workspace with a passphrase (--data), then add the account there.',
    ],
  ),
  REQUEST_INVALID: byDeveloper(
    ['请求格式不对：{field}', '请刷新页面；仍然出现请联系支持。'],
    ['The request is not well formed: {field}.', 'Reload the page; if it happens again contact support.'],
  ),
});
