import { defineErrors, final } from './defineErrors.ts';

/** What keeps the program from starting: what it was started with, and the folder and files it was given. */
export const startErrors = defineErrors({
  NODE_TOO_OLD: final(
    '本程序需要 Node.js 22.14 或更新的版本，这里是 {version}。',
    '请安装 Node.js 24。',
    'This program needs Node.js 22.14 or newer; this is {version}.',
    'Install Node.js 24.',
    '请安装 Node.js 24，或在项目文件夹里用 npm run shipdesk 启动。',
    'Install Node.js 24, or start it with npm run shipdesk in the project folder.',
  ),
  START_SWITCH_REFUSED: final(
    '启动参数 {name} 会让其他程序控制或窥视本程序，正式版不接受。',
    '去掉这个参数后重新启动；不是你加的，请检查桌面快捷方式和启动项。',
    'The start option {name} would let another program control or watch this one; the released program refuses it.',
    'Start without it; if you did not add it, look at the shortcut and the start-up entries.',
  ),
  PROGRAM_REPLACED: final(
    '程序已换成版本 {installed}，这个窗口还是版本 {running}，不能再用了。订单都在。',
    '退出这个窗口，重新打开程序，没做完的接着做。',
    'The program is version {installed} by now and this window still {running}: it cannot go on. No order is lost.',
    'Quit this window and start the program again; what was under way goes on there.',
  ),
  WORKSPACE_FOLDER_LINK: final(
    '工作区文件夹 {folder} 是一个指向别处的链接，没有打开。',
    '选择真正的文件夹；要放在别的盘上，就直接选那里的文件夹。',
    'The workspace folder {folder} is a link to elsewhere; it was not opened.',
    'Choose the folder itself; to keep it on another drive, choose the folder there.',
    '用 --data 给出真正的文件夹。',
    'Name the folder itself with --data.',
  ),
  WORKSPACE_PART_LINK: final(
    '工作区文件夹 {folder} 里的 {name} 是一个指向别处的链接，没有打开。',
    '查清是谁放的，删除这个链接后再打开。',
    '{name} in the workspace folder {folder} is a link to elsewhere; it was not opened.',
    'Find out who put it there, remove the link, then open it again.',
  ),
  WORKSPACE_FOLDER_FOREIGN: final(
    '文件夹 {folder} 里有别的文件，不是工作区，没有做任何改动。',
    '选择一个空文件夹，或一个还不存在的文件夹。',
    'The folder {folder} holds other files and is no workspace; nothing was changed.',
    'Choose an empty folder or one that does not exist yet.',
    '用 --data 给出一个空文件夹，或一个还不存在的文件夹。',
    'Name an empty folder, or one that does not exist yet, with --data.',
  ),
  PATH_NAME_UNUSABLE: final(
    'Windows 上不能用“{name}”作文件或文件夹的名字，没有做任何改动。',
    '换一个名字：不能是系统设备的名字，不能以点或空格结尾，不能含 < > : " | ? *。',
    'Windows has no file or folder called “{name}”; nothing was changed.',
    'Choose another name: no device such as CON, NUL or COM1, no dot or space at its end, none of < > : " | ? *.',
  ),
  WORKSPACE_PATH_LONG: final(
    '工作区文件夹的路径太长，数据库打不开：{folder}',
    '选择一个路径短一些的文件夹。',
    'The path of the workspace folder is too long for a database: {folder}',
    'Choose a folder with a shorter path.',
    '用 --data 给出路径短一些的文件夹。',
    'Name a folder with a shorter path with --data.',
  ),
  FILE_HELD: final(
    '另一个程序正占用文件 {file}，这一步没有完成。',
    '多半是杀毒软件、网盘同步或打开着它的 Excel：关掉它，或把工作区文件夹加入杀毒软件的排除项，然后重试。',
    'Another program holds the file {file}; this step did not finish.',
    'Usually an antivirus, a folder sync or an Excel that has it open: close it, or exclude the workspace folder from the antivirus, then try again.',
  ),
  PASSPHRASE_FILE_UNREADABLE: final(
    '口令文件 {file} 的文字编码认不出来，没有使用。',
    '用记事本另存为 UTF-8 编码，再试一次。',
    'The text of the passphrase file {file} is in no encoding that is known; it was not used.',
    'Save it as UTF-8, then try again.',
  ),
  PASSPHRASE_FILE_MISSING: final(
    '读不到口令文件 {file}。',
    '检查口令文件的路径。',
    'The passphrase file {file} cannot be read.',
    'Check its path.',
    '检查环境变量 SHIPDESK_PASSPHRASE_FILE 里的路径。',
    'Check the path in SHIPDESK_PASSPHRASE_FILE.',
  ),
  PASSPHRASE_FILE_SHARED: final(
    '口令文件 {file} 不是只有本人能读的普通文件，没有使用。',
    '把它的权限改为只有本人可读，再试一次。',
    'The passphrase file {file} is not a plain file that its owner alone can read; it was not used.',
    'Make it yours and readable by you alone, then try again.',
    '把它改为本人所有、只有本人可读（权限 600），再试一次。',
    'Make it yours and readable by you alone (chmod 600), then try again.',
  ),
});
