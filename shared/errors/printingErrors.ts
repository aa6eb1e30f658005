import { defineErrors, final, retried } from './defineErrors.ts';

/** Drawing labels and reaching printers. */
export const printingErrors = defineErrors({
  LABEL_FONT_UNREADABLE: final(
    '面单字体文件（{weight}）无法读取。',
    '重新安装本程序。',
    'The label font ({weight}) cannot be read.',
    'Install this program again.',
  ),
  LABEL_GLYPH_MISSING: final(
    '面单字体里没有字符 {codePoint}（字段 {field}）。',
    '可以照常下单和打印：纸上省去这个符号，或印成写着编号的方框，资料照原样保留。',
    'The label font has no character {codePoint} (field {field}).',
    'It can be booked and printed: the label leaves that sign out, or shows a box with its number; the data keep it.',
  ),
  LABEL_BARCODE_CONTENT: final(
    '运单号为空、过长或含有不能做成条码的字符，面单没有打印。',
    '核对运单号：只能是 1–48 个字母、数字或半角符号。',
    'The waybill number is empty, too long or holds characters a barcode cannot carry; nothing was printed.',
    'Check the number: 1 to 48 letters, digits or plain ASCII signs.',
  ),
  LABEL_BARCODE_TOO_WIDE: final(
    '运单号太长，在这种纸宽上条码无法可靠扫描，面单没有打印。',
    '核对运单号；面单纸不到 100 毫米宽的，换用 100 毫米的。',
    'The waybill number is too long for a scannable barcode on this paper; nothing was printed.',
    'Check the number; if the label paper is narrower than 100 mm, use paper that wide.',
  ),
  LABEL_FILE_UNREADABLE: final(
    '面单文件 {file} 打不开，或不是 JSON，没有生成面单。',
    '核对文件名和内容后再试。',
    'The label file {file} cannot be read or is not JSON; no label was made.',
    'Check its name and what it holds, then try again.',
  ),
  LABEL_FILE_INVALID: final(
    '面单文件读不出来或内容不对（{field}），没有生成面单。',
    '核对文件内容后再试。',
    'The label file cannot be read or is not well formed ({field}); no label was made.',
    'Check the file and try again.',
  ),
  PRINT_STOPPED: final(
    '有人停下了打印。',
    '没有打的那些，需要时再打。',
    'Somebody stopped it.',
    'Print the rest when it is wanted.',
  ),
  PRINTER_URI_INVALID: final(
    '打印机地址写得不对（{part}）。',
    '写成 {examples} 之一，后面可加 {options}。',
    'The printer address is not usable ({part}).',
    'Write one of {examples}, followed by {options} if you like.',
  ),
  PRINTER_TRANSPORT_UNAVAILABLE: final(
    '这台电脑上不能用 {transport} 方式连接打印机，没有打印。',
    '重新安装本程序，或改用网络打印机。',
    'Printers of this connection ({transport}) cannot be used on this computer; nothing was printed.',
    'Install this program again, or use a network printer.',
  ),
  PRINTER_LANGUAGE_UNKNOWN: final(
    '不认识打印机语言 {language}。',
    '可用：{languages}。',
    'Printer language {language} is not known.',
    'Available: {languages}.',
  ),
  PRINTER_ENCODING_UNKNOWN: final(
    '打印机语言 {language} 没有这种图像写法。',
    '可选的写法：{encodings}；其他语言不用选。',
    'Language {language} has no such form of a picture.',
    'Forms to choose from: {encodings}; other languages leave no choice.',
  ),
  PRINTER_RESOLUTION_UNSUPPORTED: final(
    '打印机语言 {language} 不支持 {dpi} dpi 的面单。',
    '在打印机地址里换用 dpi=203。',
    'Language {language} does not print {dpi} dpi labels.',
    'Use dpi=203 in the address.',
  ),
  PRINTER_UNREACHABLE: retried(
    '连接不上打印机 {host}:{port}（{cause}），没有任何数据发出。',
    '检查打印机电源、网线和地址，再打印一次。',
    'The printer {host}:{port} cannot be reached ({cause}); nothing was sent.',
    'Check its power, cable and address, then print again.',
  ),
  PRINTER_CONNECTION_LOST: final(
    '向打印机 {host}:{port} 发送时连接中断（{cause}），面单可能已经打出。',
    '看打印机出纸：有面单就扫描它；没有再选“重打”。',
    'The connection to {host}:{port} broke while sending ({cause}); the label may have come out.',
    'Look at the printer: scan the label if it is there, else choose Reprint.',
  ),
  PRINTER_STALLED: final(
    '打印机 {host}:{port} 长时间不接收数据，面单可能只打了一部分，也可能稍后自己打出。',
    '检查缺纸、开盖或暂停；看出纸情况后扫描面单，或选“重打”。',
    'The printer {host}:{port} stopped taking data; the label may be partly printed or may still come out.',
    'Check paper, cover and pause; then scan the label or choose Reprint.',
  ),
  PRINTER_WITHOUT_WORD: final(
    '打印机 {place} 收下面单后没有像平常那样回应，不知道有没有打出来。',
    '检查缺纸、开盖或死机；看出纸情况后扫描面单，或选“重打”。',
    'The printer {place} did not react to the label as it usually does; nobody knows whether it was printed.',
    'Check paper, cover and whether it hangs; then scan the label or choose Reprint.',
  ),
  PRINTER_DRIVER_NEEDS_WINDOW: final(
    '在 Windows 上，PDF 打印（{queue}）要经过窗口，而现在没有窗口。',
    '打开窗口打印，或换用标签机语言的打印机。',
    'On Windows, PDF printing ({queue}) goes through the window, and there is none now.',
    'Print from the window, or choose a printer with a label language.',
  ),
  PRINTER_KEEPS_NO_RECORD: final(
    '这台打印机不保存打印记录，无法得知面单是否已经打出。',
    '看出纸情况：有面单就扫描它；没有再选“重打”。',
    'This printer keeps no record; whether the label came out cannot be asked.',
    'Look at the printer: scan the label if it is there, else choose Reprint.',
  ),
  PRINTER_JOB_NOT_PRINTED: retried(
    '打印记录里没有这张面单，它没有打印。',
    '可以直接再打印一次。',
    'The print record does not hold this label; it was not printed.',
    'Print it again.',
  ),
  PRINTER_FOLDER_NOT_WRITABLE: retried(
    '虚拟打印机的文件夹写不进去（{cause}），面单没有打印。',
    '检查文件夹权限和磁盘空间，再打印一次。',
    'The virtual printer cannot write its folder ({cause}); nothing was printed.',
    'Check permissions and disk space, then print again.',
  ),
  PRINTER_RECORD_UNREADABLE: retried(
    '虚拟打印机的打印记录读不出来（{cause}），暂时不知道面单是否已打印。',
    '检查文件夹权限后再试。',
    'The record of the virtual printer cannot be read ({cause}); whether the label was printed is not known.',
    'Check the permissions of the folder and try again.',
  ),
  RECEIPT_PRINTER_NEEDED: final(
    '这台打印机的语言是 {language}，不是小票打印机，没有打印。',
    '换一台小票打印机（语言 {languages}）再打印。',
    'This printer speaks {language} and is no receipt printer; nothing was printed.',
    'Choose a receipt printer (language {languages}).',
  ),
});

/** What the print ledger refuses, and what it cannot know. */
export const printLedgerErrors = defineErrors({
  LABEL_NO_WAYBILL: final(
    '订单 {orderNo} 还没有运单号，不能打印面单。',
    '先取号，再打印。',
    'Order {orderNo} has no waybill number yet; there is no label to print.',
    'Book it first.',
  ),
  LABEL_ALREADY_PRINTED: final(
    '订单 {orderNo} 的面单已经打印过，或可能已经打印。',
    '确实需要再打一张时用“补打”并写明原因。',
    'The label of order {orderNo} was printed already, or may have been.',
    'If another one is really needed, reprint it and give the reason.',
    '确实需要再打一张时加 --reprint，并用 --reason 写明原因。',
    'If another one is really needed, use --reprint and give the --reason.',
  ),
  LABEL_REPRINT_NEEDS_REASON: final(
    '补打面单必须写明原因。',
    '填写原因后再补打，例如“卡纸”“标签破损”。',
    'A reprint needs a reason.',
    'Give one, such as “paper jam” or “label torn”.',
  ),
  PRINT_JOB_NOT_FOUND: final(
    '找不到这个打印任务。',
    '刷新打印列表后再试。',
    'This print job was not found.',
    'Refresh the list and try again.',
  ),
  PRINT_BATCH_NOT_FOUND: final(
    '找不到这一批面单。',
    '刷新打印列表后再试。',
    'This batch of labels was not found.',
    'Refresh the list and try again.',
    '用 print list 查看有哪些批次。',
    'Use print list to see the batches there are.',
  ),
  PRINT_JOB_CHANGED_MEANWHILE: retried(
    '这个打印任务的状态刚刚变了，没有做任何改动。',
    '刷新后看最新状态再决定。',
    'This print job changed just now; nothing was done.',
    'Refresh, look at its present state, then decide.',
  ),
  PRINTER_INTERRUPTED: final(
    '打印途中程序中断，这张面单可能已经打出。',
    '看一下打印机：打出来了选“已打出”，没有选“没打出”再重打。',
    'The program ended while this label was being sent; it may have come out.',
    'Look at the printer and answer: it came out, or it did not (then print it again).',
  ),
});
