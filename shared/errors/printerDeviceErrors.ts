import { defineErrors } from './defineErrors.ts';

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
