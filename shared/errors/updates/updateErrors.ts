import { defineErrors, final, retried } from '../defineErrors.ts';

/** New versions: where they come from, whether they are ours, and putting them in. */
export const updateErrors = defineErrors({
  UPDATE_KEYLESS: final(
    '这个版本是没有发布密钥的自建版本，不接受更新。',
    '从原来的地方取新的安装文件，先做备份，再手动安装。',
    'This build takes no updates: it was packaged without a release key.',
    'Get the new installer from where this one came from, make a backup, then install it by hand.',
  ),
  UPDATE_NOT_INSTALLED: final(
    '发货台没有安装在这台电脑上，没有可以更新的程序。',
    '先用安装文件安装，再更新。',
    'This program was not installed from an installer, so there is nothing to replace.',
    'Install it from an installer first.',
  ),
  UPDATE_ADDRESS_MISSING: final(
    '没有设置更新地址。',
    '填写更新地址，或选择一个安装文件。',
    'No update address is set.',
    'Set one, or choose an installer file.',
    '用 update settings --address 设置，或用 update install 加安装文件。',
    'Set it with update settings --address, or give update install a file.',
  ),
  UPDATE_ADDRESS_INVALID: final(
    '更新地址要以 https:// 开头；只有本机可以用 http://127.0.0.1。',
    '检查地址，里面不要写用户名和密码。',
    'An update address begins with https://, or with http://127.0.0.1 for this computer alone.',
    'Check the address; leave user name and password out of it.',
  ),
  UPDATE_SERVER_AWAY: retried(
    '连不上更新服务器 {host}。',
    '检查网络和更新地址，稍后再试。现在的版本照常使用。',
    'The update server {host} cannot be reached.',
    'Check the network and the address, then try again. The current version keeps working.',
  ),
  UPDATE_SERVER_CUT: retried(
    '更新服务器 {host} 中断了连接，或者一直没有回答。',
    '再试一次；已下载的部分会接着下载。',
    'The update server {host} broke off or stopped answering.',
    'Try again: the download goes on where it stopped.',
  ),
  UPDATE_SERVER_ANSWER: retried(
    '更新服务器 {host} 没有这个文件（代码 {status}）。',
    '检查更新地址，或请维护服务器的人检查。',
    'The update server {host} did not give the file (code {status}).',
    'Check the address, or ask whoever looks after the server.',
  ),
  UPDATE_UNREADABLE: final(
    '{name} 不是发货台的版本说明。',
    '检查更新地址；离线更新请重新复制两个文件。',
    '{name} does not describe a version of ShipDesk.',
    'Check the address; for an update from files copy both of them again.',
  ),
  UPDATE_SIGNATURE_WRONG: final(
    '{name} 的签名不对，不是发布者发出的，没有安装任何东西。',
    '不要手动安装这个文件；告诉给你文件的人。',
    'The signature of {name} is wrong: it does not come from the publisher. Nothing was installed.',
    'Do not install the file by hand, and tell whoever gave it to you.',
  ),
  UPDATE_FILE_WRONG: final(
    '{name} 和发布者签名的内容不一样，已丢弃。',
    '重新下载或重新复制；反复出现就不要手动安装，并告诉维护的人。',
    '{name} is not the file the publisher signed and was discarded.',
    'Download or copy it again. If it stays so, do not install it by hand, and tell whoever looks after it.',
  ),
  UPDATE_OTHER_CHANNEL: final(
    '更新地址给出的是抢先版 {version}，这台电脑只要稳定版。',
    '检查更新地址，或改选抢先版。',
    'The address offers the early version {version}; this computer takes stable ones.',
    'Check the address or choose the early channel.',
  ),
  UPDATE_OLDER: final(
    '{version} 不比现在的 {current} 新，没有安装。',
    '退回旧版本的方法见手册《安装》。',
    'Version {version} is not newer than {current} and was not installed.',
    'The manual says under Installing how to go back to an older version.',
  ),
  UPDATE_NOT_FOR_HERE: final(
    '{version} 没有适合这台电脑的安装文件。',
    '向发布者要这个系统的安装文件。',
    'Version {version} has no installer for this computer.',
    'Ask the publisher for one.',
  ),
  UPDATE_FILES_APART: final(
    '没有找到和 {name} 配套的另一个文件。',
    '把安装文件和版本说明文件放在同一个文件夹里，不要改名。',
    'What belongs to {name} was not found beside it.',
    'Put the installer and its .shipdesk-update into one folder, under the names they came with.',
  ),
  UPDATE_NOTHING: final(
    '没有等待安装的新版本。',
    '先检查更新，或选择一个安装文件。',
    'There is no new version to install.',
    'Check for one, or choose an installer file.',
  ),
  UPDATE_BUSY: retried(
    '正在处理另一次更新。',
    '等它结束。',
    'Another update is under way.',
    'Wait until it has ended.',
  ),
  UPDATE_WORK_RUNNING: retried(
    '正在导入或清除，没有安装新版本。',
    '等它结束再安装；新版本留着。',
    'An import or a clean-up is running; the new version was not installed.',
    'Install it when that has ended; the new version is kept.',
  ),
  UPDATE_NOT_KEPT: retried(
    '新版本存不到 {folder}：{cause}。',
    '腾出空间，或检查文件夹的权限，再试一次。',
    'The new version cannot be kept in {folder}: {cause}.',
    'Make room or check the rights of the folder, then try again.',
  ),
  UPDATE_PROGRAM_READ_ONLY: final(
    '程序所在的文件夹 {folder} 不能写入，还是原来的版本。',
    '把程序移到可以写入的文件夹，或请管理员安装。',
    'The folder of the program, {folder}, cannot be written to. The previous version is still there.',
    'Move the program to a folder of yours, or ask an administrator to install it.',
  ),
  UPDATE_INSTALLER_REFUSED: retried(
    '系统没有让 {name} 安装，还是原来的版本。',
    '再试一次并在系统询问时同意，或请管理员安装。',
    'The system did not let {name} install. The previous version is still there.',
    'Try again and agree when the system asks, or have an administrator install it.',
  ),
});
