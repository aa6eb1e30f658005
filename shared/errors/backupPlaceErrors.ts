import { defineErrors, final, retried } from './defineErrors.ts';

/** The second place of backups: a folder on another disk, a removable drive, a share. */
export const backupPlaceErrors = defineErrors({
  BACKUP_PLACE_MISSING: final(
    '找不到文件夹 {folder}，没有更改第二备份位置。',
    '插上移动硬盘或连上网络盘，再选择一次。',
    'The folder {folder} is not there; the second backup location was not changed.',
    'Plug in the drive or connect the share, then choose again.',
  ),
  BACKUP_PLACE_INSIDE: final(
    '文件夹 {folder} 在工作区里面，工作区坏了备份也会一起丢。',
    '选择另一块硬盘、移动硬盘或网络盘上的文件夹。',
    'The folder {folder} is inside the workspace; both would be lost together.',
    'Choose a folder on another disk, a removable drive or a share.',
  ),
  BACKUP_PLACE_NOT_WRITABLE: retried(
    '第二备份位置 {folder} 写不进去，没有复制备份；本机的备份不受影响。',
    '检查写入权限和剩余空间，或换一个文件夹；程序会自动再试。',
    'The second backup location {folder} cannot be written; nothing was copied. The backups on this computer are not affected.',
    'Check its permissions and room, or choose another folder; it is tried again automatically.',
  ),
  BACKUP_PLACE_AWAY: retried(
    '第二备份位置 {folder} 现在不在（移动硬盘没插上，或换了一块盘）；本机的备份不受影响。',
    '插上原来的盘，程序会自动补上；要换盘，请在“设置 → 备份”里重新选择文件夹。',
    'The second backup location {folder} is missing (drive not plugged in, or another one). The backups on this computer are not affected.',
    'Plug the drive in and it catches up automatically; for another drive, choose the folder again in Settings → Backups.',
    '插上原来的盘，程序会自动补上；要换盘，请在窗口的“设置 → 备份”里重新选择文件夹。',
    'Plug the drive in and it catches up automatically; for another drive, choose the folder again in the window, under Settings → Backups.',
  ),
  BACKUP_COPY_DAMAGED: retried(
    '复制到 {folder} 的备份读回来不一致，已经删除；本机的备份不受影响。',
    '这块盘可能快坏了，请换一块；程序会自动再试。',
    'The backup copied to {folder} did not read back the same and was removed. The backups on this computer are not affected.',
    'The drive may be failing: use another one. It is tried again automatically.',
  ),
});
