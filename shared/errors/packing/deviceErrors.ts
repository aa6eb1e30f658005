import { defineErrors, final, retried } from '../defineErrors.ts';

/** Scales, serial guns and recorders of a packing bench. */
export const deviceErrors = defineErrors({
  DEVICE_PORT_AWAY: retried(
    '打不开端口 {port}（{cause}）。',
    '检查插头和电源；插回后自动恢复。如果别的程序占用了它，先关掉那个程序。',
    'The port {port} cannot be opened ({cause}).',
    'Check plug and power; it goes on once it is back. If another program uses it, close that one.',
  ),
  DEVICE_PORT_TAKEN: final(
    '端口 {port} 已经用于另一台设备。',
    '换一个端口，或先移除那台设备。',
    'The port {port} is already used by another device.',
    'Choose another port, or remove that device first.',
  ),
  DEVICE_SERIAL_MISSING: final(
    '这台电脑的系统不支持串口模块，串口设备用不了。',
    '改用键盘模式的扫码枪或 USB 秤；其他功能不受影响。',
    'Serial ports do not work on this system.',
    'Use a gun in keyboard mode or a USB scale; everything else works.',
  ),
  GUN_TOO_MANY: final(
    '最多接 {most} 把串口扫码枪。',
    '先移除一把再添加。',
    'At most {most} serial guns can be connected.',
    'Remove one before you add another.',
  ),
  SCALE_NOT_SET_UP: final(
    '这个打包台还没有接电子秤。',
    '在“设置 → 打包设备”里接上，或手工输入重量。',
    'No scale is set up at this bench.',
    'Set one up under Settings → Bench devices, or type the weight.',
    '手工给出重量；电子秤由店长在发货台的窗口里接上。',
    'Give the weight by hand; a manager connects a scale in the window of ShipDesk.',
  ),
  SCALE_NOT_PROVEN: final(
    '还不能确定这台秤的数据格式：秤上的读数和你说的 {grams} 克对不上，或不止一种格式对得上。',
    '放上一件已知重量的东西（不要是空秤），等读数稳定，再确认一次。',
    'How this scale speaks is not certain yet: its reading does not fit the {grams} g you named, or more than one format fits.',
    'Put something of known weight on it (not an empty scale), wait until it rests, and confirm again.',
  ),
  SCALE_PRACTICE_ONLY: final(
    '模拟秤只能用于练习，不能用来称真实的包裹。',
    '接一台真的秤，或手工输入重量。',
    'The simulated scale is for practice only; real parcels are never weighed with it.',
    'Connect a real scale, or type the weight.',
  ),
  RECORDER_TARGET_INVALID: final(
    '录像联动的地址或程序不对。',
    '地址要以 https:// 开头（本机可用 http://），程序要写完整路径并且存在。',
    'The address or program of the recorder is not valid.',
    'An address begins with https:// (http:// on this computer), a program is given by its whole path and exists.',
  ),
  RECORDER_FAILED: final(
    '录像软件没有响应（{cause}），这件包裹可能没有录像。',
    '检查录像软件是否在运行；打包不受影响。',
    'The recorder did not answer ({cause}); this parcel may have no recording.',
    'Check whether the recorder is running; packing goes on.',
  ),
  PHOTO_OFF: final(
    '没有开启包裹拍照，没有保存。',
    '要拍照，请在“设置 → 打包设备”里开启。',
    'Photos of parcels are off; nothing was kept.',
    'Turn them on in Settings → Bench devices.',
    '要拍照，请到窗口的打包设备里开启。',
    'Turn them on in the window, at the devices of the bench.',
  ),
  PHOTO_UNREADABLE: final(
    '拍到的照片不完整，没有保存；打包不受影响。',
    '看看摄像头画面是否正常，再扫“拍照”码。',
    'The photo is not whole and was not kept; packing goes on.',
    'Look whether the camera shows a picture, then scan the barcode for a photo.',
  ),
  PHOTO_TOO_MANY: final(
    '这件包裹已有 {most} 张照片，没有再存。',
    '够用就不用再拍。',
    'This parcel has {most} photos already; no other was kept.',
    'There is nothing more to do.',
  ),
  PHOTO_NOT_WRITTEN: final(
    '照片写不进磁盘，没有保存；打包不受影响。',
    '看看磁盘空间和写入权限。',
    'The photo could not be written to the disk and was not kept; packing goes on.',
    'Look at the free space and the permissions of the disk.',
  ),
  PHOTO_GONE: final(
    '照片已经不在：过了保存期，或文件被删除、改动。',
    '保存多少天可以在“设置 → 打包设备”里改。',
    'The photo is gone: its time was over, or its file was removed or changed.',
    'How many days photos are kept is set in Settings → Bench devices.',
    '保存多少天可以到窗口的打包设备里改。',
    'How many days photos are kept is set in the window, at the devices of the bench.',
  ),
});
