import { defineErrors } from './defineErrors.ts';

/** Printers as they are set up, chosen, held and recovered. */
export const printerErrors = defineErrors({
  PRINTER_OFFSET_CUTS_LABEL: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这台打印机设置的偏移会把面单内容推出纸外，没有打印。',
      next: '在打印机设置里改小偏移，再打印一次。',
    },
    en: {
      says: 'The offset set for this printer would push part of the label off the paper; nothing was printed.',
      next: 'Make the offset smaller in the settings of the printer, then print again.',
    },
  },
  PRINTER_MEDIA_MISMATCH: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '打印机里装的是 {loaded} 的纸，这张面单要 {wanted}，没有打印。',
      next: '换上对应的纸并在打印机设置里改正，或选另一台打印机。',
    },
    en: {
      says: 'The printer holds {loaded} paper and this label needs {wanted}; nothing was printed.',
      next: 'Load that paper and say so in the settings of the printer, or choose another printer.',
    },
  },
  LABEL_DOCUMENT_DAMAGED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '保存的面单内容已损坏，没有打印。',
      next: '运行 doctor 检查工作区；运单号仍在订单上，可在平台重新取面单。',
    },
    en: {
      says: 'The stored content of this label is damaged; nothing was printed.',
      next: 'Run doctor to check the workspace; the waybill number is still on the order.',
    },
  },
  PRINTER_PAUSED: {
    fix: 'operator',
    retryable: true,
    'zh-CN': { says: '这台打印机已暂停，面单在等待。', next: '在打印页恢复这台打印机。' },
    en: { says: 'This printer is paused; the label waits.', next: 'Resume the printer on the Print screen.' },
  },
  PRINTER_NOT_READY: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '打印机说它现在不能打印（故障、暂停或一直忙），面单没有发出，在等待。',
      next: '看打印机的提示，排除故障，之后自动继续。',
    },
    en: {
      says: 'The printer says that it cannot print now (fault, pause or busy); the label was not sent and waits.',
      next: 'See what the printer shows and clear the fault; printing then goes on.',
    },
  },
  PRINTER_PAPER_OUT: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '打印机说没有纸了（或碳带用完），面单没有发出，在等待。',
      next: '装上同样尺寸的纸或碳带，之后自动继续。',
    },
    en: {
      says: 'The printer says that it is out of paper or ribbon; the label was not sent and waits.',
      next: 'Load paper of the same size, or a ribbon; printing then goes on.',
    },
  },
  PRINTER_HEAD_OPEN: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '打印机说打印头或上盖开着，面单没有发出，在等待。',
      next: '合上上盖，之后自动继续。',
    },
    en: {
      says: 'The printer says that its head or cover is open; the label was not sent and waits.',
      next: 'Close it; printing then goes on.',
    },
  },
  PRINTER_OFFLINE: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '打印机现在连不上，面单没有发出，在等待。',
      next: '检查电源和连接，之后自动继续。',
    },
    en: {
      says: 'The printer cannot be reached just now; the label was not sent and waits.',
      next: 'Check its power and connection; printing then goes on.',
    },
  },
  PRINTER_SIZE_MISSING: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这张面单要 {wanted} 的纸，没有一台打印机装着这种纸，没有打印。',
      next: '给一台打印机装上 {wanted} 的纸并在打印机设置里写明，再打印一次。',
    },
    en: {
      says: 'This label needs {wanted} paper and no printer holds it; nothing was printed.',
      next: 'Load {wanted} paper into a printer, say so in its settings, then print again.',
    },
  },
  PRINTER_NOT_SET_UP: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '这台打印机还没有添加到本工作台。', next: '在 设置 → 打印机 里添加它。' },
    en: {
      says: 'This printer is not among those of this workstation.',
      next: 'Add it under Settings, Printers.',
    },
  },
  PRINTER_ROUTE_MISSING: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '没有规则为这张面单选出打印机，也没有默认打印机，没有打印。',
      next: '设定默认打印机或选择规则，或直接选一台打印机。',
    },
    en: {
      says: 'No rule chooses a printer for this label and there is no default printer; nothing was printed.',
      next: 'Set a default printer or a rule, or choose a printer yourself.',
    },
  },
  LABEL_REPRINT_LIMIT: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 的面单已补打 {limit} 次，达到上限。',
      next: '找到多余的面单销毁；确需再打时请在打印规则里放宽上限。',
    },
    en: {
      says: 'The label of order {orderNo} was reprinted {limit} times, which is the limit.',
      next: 'Find and destroy the extra labels; raise the limit in the print rules if one more is really needed.',
    },
  },
  PRINT_JOB_HELD: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 的面单在等人确认，没有打印。',
      next: '在打印页确认后放行，或重新运行打印命令。',
    },
    en: {
      says: 'The label of order {orderNo} waits for a word; it was not printed.',
      next: 'Release it on the Print screen, or run the print command again.',
    },
  },
  PRINT_CANCELLED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '这张面单已取消打印，没有出纸。', next: '需要时可以重新打印。' },
    en: {
      says: 'Printing of this label was cancelled; no paper came out.',
      next: 'Print it again when it is needed.',
    },
  },
  PRINT_SCAN_UNKNOWN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '扫到的单号不属于本工作台打印过的面单。',
      next: '核对扫的是不是面单上的运单条码，再扫一次。',
    },
    en: {
      says: 'The scanned number belongs to no label printed here.',
      next: 'Make sure it is the waybill barcode of the label, then scan again.',
    },
  },
  PRINT_SCAN_NOT_LAST: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这张之后的面单已经扫描过，它不是最后一张完好的面单，没有做任何改动。',
      next: '扫最后打出的那张完好面单。',
    },
    en: {
      says: 'A label after this one was scanned already, so it is not the last good one; nothing was changed.',
      next: 'Scan the last good label that came out.',
    },
  },
  PRINTER_JAMMED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '打印机卡纸或缺纸，这张面单没有完好打出。',
      next: '取出废纸销毁，再打印一次。',
    },
    en: {
      says: 'The printer jammed or ran out of paper; this label did not come out whole.',
      next: 'Destroy the spoiled paper, then print it again.',
    },
  },
  PRINT_SCAN_OTHER_PRINTER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '扫到的面单不是这台打印机打印的，没有做任何改动。',
      next: '选对打印机，或扫这台打印机最后一张完好的面单。',
    },
    en: {
      says: 'The scanned label was not printed on this printer; nothing was changed.',
      next: 'Choose the right printer, or scan the last good label of this one.',
    },
  },
});

/** Printers on a cable and behind the spooler of the operating system. */
export const printerDeviceErrors = defineErrors({
  PRINTER_DEVICE_UNAVAILABLE: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '打不开打印机设备 {path}（{cause}），没有任何数据发出。',
      next: '检查电源、数据线和使用权限，再打印一次。',
    },
    en: {
      says: 'The printer device {path} cannot be opened ({cause}); nothing was sent.',
      next: 'Check power, cable and permissions, then print again.',
    },
  },
  PRINTER_DEVICE_REFUSED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '{path} 不是打印机设备，没有写入。',
      next: 'USB 打印机写成 file:///dev/usb/lp0；串口打印机用 serial://。',
    },
    en: {
      says: '{path} is no printer device; nothing was written to it.',
      next: 'Write file:///dev/usb/lp0 for a USB printer; use serial:// for a serial one.',
    },
  },
  PRINTER_DEVICE_BROKE_OFF: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '向 {path} 发送途中断开（{cause}），面单可能已经打出一部分或全部。',
      next: '看打印机出纸：有面单就扫描它；没有再选“重打”。',
    },
    en: {
      says: 'Sending to {path} broke off ({cause}); part of the label or all of it may have come out.',
      next: 'Look at the printer: scan the label if it is there, else choose Reprint.',
    },
  },
  PRINTER_DEVICE_STALLED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '打印机 {path} 长时间不接收数据，面单可能只打了一部分，也可能稍后自己打出。',
      next: '检查缺纸、开盖或暂停；看出纸情况后扫描面单，或选“重打”。',
    },
    en: {
      says: 'The printer at {path} stopped taking data; the label may be partly printed or may still come out.',
      next: 'Check paper, cover and pause; then scan the label or choose Reprint.',
    },
  },
  PRINTER_QUEUE_UNKNOWN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这台电脑上没有名为 {queue} 的打印队列，没有打印。',
      next: '在系统设置里核对打印机名称，或在 设置 → 打印机 里重新选择。',
    },
    en: {
      says: 'This computer has no print queue named {queue}; nothing was printed.',
      next: 'Check the name in the system settings, or choose the printer again under Settings, Printers.',
    },
  },
  PRINTER_SPOOLER_REFUSED: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '系统打印服务没有接收 {queue} 的任务，没有打印。',
      next: '检查打印服务是否运行、队列是否接受任务，再打印一次。',
    },
    en: {
      says: 'The print service of this computer did not take the job for {queue}; nothing was printed.',
      next: 'See that the service runs and the queue accepts jobs, then print again.',
    },
  },
  PRINTER_SPOOLER_SILENT: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '系统打印服务没有说明 {queue} 的任务是否接收，面单可能会打出。',
      next: '看系统打印队列和出纸：有面单就扫描它；没有再选“重打”。',
    },
    en: {
      says: 'The print service did not say whether it took the job for {queue}; the label may come out.',
      next: 'Look at the system queue and the printer: scan the label if it is there, else choose Reprint.',
    },
  },
  PRINTER_JOB_DELETED: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '这张面单在系统打印队列里被删除，打印机没有收到它。',
      next: '需要时再打印一次。',
    },
    en: {
      says: 'This label was taken out of the print queue of the system before the printer got it.',
      next: 'Print it again when it is needed.',
    },
  },
  PRINTER_JOB_CUT_OFF: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这张面单在打印途中被系统取消，可能已经打出一部分或全部。',
      next: '看打印机出纸：有面单就扫描它；没有再选“重打”。',
    },
    en: {
      says: 'The system cancelled this label while it was being printed; part of it or all of it may have come out.',
      next: 'Look at the printer: scan the label if it is there, else choose Reprint.',
    },
  },
});
