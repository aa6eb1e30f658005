import { defineErrors, final, retried } from './defineErrors.ts';

/** Printers as they are set up, chosen, held and recovered. */
export const printerErrors = defineErrors({
  PRINTER_ELSEWHERE: final(
    '这台打印机接在另一台工作台上，从这里不能打印。',
    '选这台工作台的打印机，或到那台工作台上打印。',
    'This printer stands at another workstation; nothing was sent to it from here.',
    'Choose a printer of this workstation, or print at the other one.',
  ),
  PRINTER_NOT_SAVED: final(
    '这个工作台没有保存名称或地址为“{printer}”的打印机。',
    '在列表里选一台打印机；新打印机由店长在设置里添加。',
    'No printer with the name or address “{printer}” is saved on this workstation.',
    'Choose a printer of the list; a manager adds new ones in Settings.',
    '运行 shipdesk printer list 查看已保存的打印机；新打印机由店长用 printer add 添加。',
    'Run shipdesk printer list to see the saved printers; a manager adds new ones with printer add.',
  ),
  PRINTER_NAME_TWICE: final(
    '有不止一台打印机叫“{printer}”。',
    '在列表里按地址选，或在设置里给它们不同的名称。',
    'More than one printer is called “{printer}”.',
    'Choose it by its address, or give them different names in Settings.',
    '写它的地址而不是名称，或用 printer add 给它们不同的名称。',
    'Give its address instead, or give them different names with printer add.',
  ),
  PRINTER_OFFSET_CUTS_LABEL: final(
    '这台打印机设置的偏移会把面单内容推出纸外，没有打印。',
    '在打印机设置里改小偏移，再打印一次。',
    'The offset set for this printer would push part of the label off the paper; nothing was printed.',
    'Make the offset smaller in the settings of the printer, then print again.',
  ),
  PRINTER_MEDIA_MISMATCH: final(
    '打印机里装的是 {loaded} 的纸，这张面单要 {wanted}，没有打印。',
    '换上对应的纸并在打印机设置里改正，或选另一台打印机。',
    'The printer holds {loaded} paper and this label needs {wanted}; nothing was printed.',
    'Load that paper and say so in the settings of the printer, or choose another printer.',
  ),
  LABEL_DOCUMENT_DAMAGED: final(
    '保存的面单内容已损坏，没有打印。',
    '运单号仍在订单上，可在平台重新取面单；请联系支持检查工作区。',
    'The stored content of this label is damaged; nothing was printed.',
    'The waybill number is still on the order; contact support to have the workspace checked.',
    '运行 doctor 检查工作区；运单号仍在订单上，可在平台重新取面单。',
    'Run doctor to check the workspace; the waybill number is still on the order.',
  ),
  PRINTER_PAUSED: retried(
    '这台打印机已暂停，面单在等待。',
    '在打印页恢复这台打印机。',
    'This printer is paused; the label waits.',
    'Resume the printer on the Print screen.',
  ),
  PRINTER_NOT_READY: retried(
    '打印机说它现在不能打印（故障、暂停或一直忙），面单没有发出，在等待。',
    '看打印机的提示，排除故障，之后自动继续。',
    'The printer says that it cannot print now (fault, pause or busy); the label was not sent and waits.',
    'See what the printer shows and clear the fault; printing then goes on.',
  ),
  PRINTER_PAPER_OUT: retried(
    '打印机说没有纸了（或碳带用完），面单没有发出，在等待。',
    '装上同样尺寸的纸或碳带，之后自动继续。',
    'The printer says that it is out of paper or ribbon; the label was not sent and waits.',
    'Load paper of the same size, or a ribbon; printing then goes on.',
  ),
  PRINTER_HEAD_OPEN: retried(
    '打印机说打印头或上盖开着，面单没有发出，在等待。',
    '合上上盖，之后自动继续。',
    'The printer says that its head or cover is open; the label was not sent and waits.',
    'Close it; printing then goes on.',
  ),
  PRINTER_OFFLINE: retried(
    '打印机现在连不上，面单没有发出，在等待。',
    '检查电源和连接，之后自动继续。',
    'The printer cannot be reached just now; the label was not sent and waits.',
    'Check its power and connection; printing then goes on.',
  ),
  PRINTER_SIZE_MISSING: final(
    '这张面单要 {wanted} 的纸，没有一台打印机装着这种纸，没有打印。',
    '给一台打印机装上 {wanted} 的纸并在打印机设置里写明，再打印一次。',
    'This label needs {wanted} paper and no printer holds it; nothing was printed.',
    'Load {wanted} paper into a printer, say so in its settings, then print again.',
  ),
  PRINTER_NOT_SET_UP: final(
    '这台打印机还没有添加到本工作台。',
    '在 设置 → 打印机 里添加它。',
    'This printer is not among those of this workstation.',
    'Add it under Settings, Printers.',
    '用 printer add 添加它。',
    'Add it with printer add.',
  ),
  PRINTER_ROUTE_MISSING: final(
    '没有规则为这张面单选出打印机，也没有默认打印机，没有打印。',
    '设定默认打印机或选择规则，或直接选一台打印机。',
    'No rule chooses a printer for this label and there is no default printer; nothing was printed.',
    'Set a default printer or a rule, or choose a printer yourself.',
  ),
  LABEL_REPRINT_LIMIT: final(
    '订单 {orderNo} 的面单已补打 {limit} 次，达到上限。',
    '找到多余的面单销毁；确需再打时请在打印规则里放宽上限。',
    'The label of order {orderNo} was reprinted {limit} {limit|time|times}, which is the limit.',
    'Find and destroy the extra labels; raise the limit in the print rules if an extra one is really needed.',
  ),
  PRINT_JOB_HELD: final(
    '订单 {orderNo} 的面单在等人确认，没有打印。',
    '在打印页确认后放行，或重新运行打印命令。',
    'The label of order {orderNo} needs your decision; it was not printed.',
    'Release it on the Print screen, or run the print command again.',
  ),
  PRINT_CANCELLED: final(
    '这张面单已取消打印，没有出纸。',
    '需要时可以重新打印。',
    'Printing of this label was cancelled; no paper came out.',
    'Print it again when it is needed.',
  ),
  PRINT_SCAN_UNKNOWN: final(
    '扫到的单号不属于本工作台打印过的面单。',
    '核对扫的是不是面单上的运单条码，再扫一次。',
    'The scanned number belongs to no label printed here.',
    'Make sure it is the waybill barcode of the label, then scan again.',
  ),
  PRINT_SCAN_NOT_LAST: final(
    '这张之后的面单已经扫描过，它不是最后一张完好的面单，没有做任何改动。',
    '扫最后打出的那张完好面单。',
    'A label after this one was scanned already, so it is not the last good one; nothing was changed.',
    'Scan the last good label that came out.',
  ),
  PRINTER_JAMMED: final(
    '打印机卡纸或缺纸，这张面单没有完好打出。',
    '取出废纸销毁，再打印一次。',
    'The printer jammed or ran out of paper; this label did not come out whole.',
    'Destroy the spoiled paper, then print it again.',
  ),
  PRINT_SCAN_OTHER_PRINTER: final(
    '扫到的面单不是这台打印机打印的，没有做任何改动。',
    '选对打印机，或扫这台打印机最后一张完好的面单。',
    'The scanned label was not printed on this printer; nothing was changed.',
    'Choose the right printer, or scan the last good label of this one.',
  ),
});

/** Printers on a cable and behind the spooler of the operating system. */
export const printerDeviceErrors = defineErrors({
  PRINTER_DEVICE_UNAVAILABLE: retried(
    '打不开打印机设备 {path}（{cause}），没有任何数据发出。',
    '检查电源、数据线和使用权限，再打印一次。',
    'The printer device {path} cannot be opened ({cause}); nothing was sent.',
    'Check power, cable and permissions, then print again.',
  ),
  PRINTER_DEVICE_REFUSED: final(
    '{path} 不是打印机设备，没有写入。',
    'USB 打印机写成 file:///dev/usb/lp0；串口打印机用 serial://。',
    '{path} is no printer device; nothing was written to it.',
    'Write file:///dev/usb/lp0 for a USB printer; use serial:// for a serial one.',
  ),
  PRINTER_DEVICE_BROKE_OFF: final(
    '向 {path} 发送途中断开（{cause}），面单可能已经打出一部分或全部。',
    '看打印机出纸：有面单就扫描它；没有再选“重打”。',
    'Sending to {path} broke off ({cause}); part of the label or all of it may have come out.',
    'Look at the printer: scan the label if it is there, else choose Reprint.',
  ),
  PRINTER_DEVICE_STALLED: final(
    '打印机 {path} 长时间不接收数据，面单可能只打了一部分，也可能稍后自己打出。',
    '检查缺纸、开盖或暂停；看出纸情况后扫描面单，或选“重打”。',
    'The printer at {path} stopped taking data; the label may be partly printed or may still come out.',
    'Check paper, cover and pause; then scan the label or choose Reprint.',
  ),
  PRINTER_QUEUE_UNKNOWN: final(
    '这台电脑上没有名为 {queue} 的打印队列，没有打印。',
    '在系统设置里核对打印机名称，或在 设置 → 打印机 里重新选择。',
    'This computer has no print queue named {queue}; nothing was printed.',
    'Check the name in the system settings, or choose the printer again under Settings, Printers.',
    '在系统设置里核对打印机名称，或用 printer add 重新添加。',
    'Check the name in the system settings, or add the printer again with printer add.',
  ),
  PRINTER_SPOOLER_REFUSED: retried(
    '系统打印服务没有接收 {queue} 的任务，没有打印。',
    '检查打印服务是否运行、队列是否接受任务，再打印一次。',
    'The print service of this computer did not take the job for {queue}; nothing was printed.',
    'See that the service runs and the queue accepts jobs, then print again.',
  ),
  PRINTER_SPOOLER_SILENT: final(
    '系统打印服务没有说明 {queue} 的任务是否接收，面单可能会打出。',
    '看系统打印队列和出纸：有面单就扫描它；没有再选“重打”。',
    'The print service did not say whether it took the job for {queue}; the label may come out.',
    'Look at the system queue and the printer: scan the label if it is there, else choose Reprint.',
  ),
  PRINTER_JOB_DELETED: retried(
    '这张面单在系统打印队列里被删除，打印机没有收到它。',
    '需要时再打印一次。',
    'This label was taken out of the print queue of the system before the printer got it.',
    'Print it again when it is needed.',
  ),
  PRINTER_JOB_CUT_OFF: final(
    '这张面单在打印途中被系统取消，可能已经打出一部分或全部。',
    '看打印机出纸：有面单就扫描它；没有再选“重打”。',
    'The system cancelled this label while it was being printed; part of it or all of it may have come out.',
    'Look at the printer: scan the label if it is there, else choose Reprint.',
  ),
});
