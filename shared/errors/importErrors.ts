import { defineErrors, final } from './defineErrors.ts';

/** The file as a whole cannot be read. */
const fileErrors = {
  IMPORT_FILE_NOT_FOUND: final(
    '找不到这个文件。',
    '请检查路径，或重新选择文件。',
    'The file does not exist.',
    'Check the path or choose the file again.',
  ),
  IMPORT_FILE_UNREADABLE: final(
    '文件打不开：{reason}。',
    '请关闭正在使用它的程序，检查权限后重试。',
    'The file cannot be opened: {reason}.',
    'Close programs that use it, check its permissions and try again.',
  ),
  IMPORT_NOT_A_FILE: final(
    '选中的不是文件。',
    '请选择表格文件，而不是文件夹。',
    'This is not a file.',
    'Choose a table file, not a folder.',
  ),
  IMPORT_FILE_EMPTY: final(
    '文件是空的。',
    '请从平台重新下载后再导入。',
    'The file is empty.',
    'Download it again from the platform.',
  ),
  IMPORT_FILE_TOO_LARGE: final(
    '文件有 {sizeMb} MB，超过上限 {limitMb} MB。',
    '请在平台上缩短时间范围，分几次导出。',
    'The file has {sizeMb} MB; the limit is {limitMb} MB.',
    'Export a shorter period, in several files.',
  ),
  IMPORT_FILE_TRUNCATED: final(
    '文件不完整，可能没有下载完。',
    '请重新下载整个文件后再导入。',
    'The file is incomplete, probably a download that stopped.',
    'Download it again and import that file.',
  ),
  IMPORT_FILE_CORRUPT: final(
    '文件内部损坏：{reason}。',
    '请用表格软件打开后另存为 xlsx，或重新下载。',
    'The file is damaged inside: {reason}.',
    'Open it in a spreadsheet program and save it as xlsx, or download it again.',
  ),
  IMPORT_FILE_ENCRYPTED: final(
    '文件用了这里打不开的加密方式。',
    '请用表格软件输入密码打开，再另存为没有密码的 xlsx。订单号列请保持文本格式。',
    'The file is protected in a way that cannot be opened here.',
    'Open it with the password and save it as xlsx without one. Keep the order number column as text.',
  ),
  IMPORT_PASSWORD_NEEDED: final(
    '文件有打开密码。',
    '请输入密码。',
    'The file is protected by a password.',
    'Enter the password.',
    '用 --password-stdin 从标准输入给出密码。',
    'Give the password on standard input with --password-stdin.',
  ),
  IMPORT_PASSWORD_WRONG: final(
    '文件的打开密码不对。',
    '请核对大小写和空格后重新输入。',
    'The password of the file is not the right one.',
    'Check capitals and spaces and enter it again.',
  ),
  IMPORT_FORMAT_UNKNOWN: final(
    '这不是能读取的表格（支持 xlsx、xls、csv、txt、网页表格）。',
    '请选择从平台或快递公司下载的表格。',
    'This is no table that can be read (xlsx, xls, csv, txt and HTML tables can).',
    'Choose the table as the platform or the carrier gave it.',
  ),
  IMPORT_FORMAT_MHT: final(
    '这是网页归档文件（.mht），不是表格。',
    '请用表格软件打开，另存为 xlsx 后再导入。',
    'This is a web archive (mht), not a table.',
    'Open it in a spreadsheet program and save it as xlsx.',
  ),
  IMPORT_ZIP_NOT_WORKBOOK: final(
    '这是压缩包或其他文档，不是 xlsx 表格。',
    '请选择压缩包里的表格；xlsb、ods 请另存为 xlsx。',
    'This is an archive or another kind of document, not an xlsx workbook.',
    'Choose a table inside the archive; save xlsb, ods or docx as xlsx.',
  ),
  IMPORT_ZIP_NESTED: final(
    '压缩包里还有压缩包。',
    '请先解压一层，再导入里面的文件。',
    'There is an archive inside the archive.',
    'Unpack it once and import what is inside.',
  ),
  IMPORT_ZIP_ENCRYPTED: final(
    '压缩包有密码。',
    '请用平台给的密码解压，再导入里面的表格。',
    'The archive is protected by a password.',
    'Unpack it with the password and import the tables inside.',
  ),
  IMPORT_FILE_IN_USE: final(
    '这是表格软件打开文件时的临时文件。',
    '请导入原来的文件。',
    'This is a temporary file of a spreadsheet program.',
    'Import the file itself.',
  ),
  IMPORT_NO_FILES: final(
    '这里没有可以导入的订单表格。',
    '请选择 xlsx、xls、csv、txt 或网页表格文件。',
    'There is no order table here.',
    'Choose an xlsx, xls, csv, txt or HTML table.',
  ),
  IMPORT_CANCELLED: final(
    '导入在读到第一行之前已取消，没有写入任何订单。',
    '需要时重新导入这个文件。',
    'The import was cancelled before its first row; no order was stored.',
    'Import the file again when it is wanted.',
  ),
  IMPORT_READER_STOPPED: final(
    '读取这个文件占用的内存或时间超出限度，已中止。',
    '请用表格软件打开后另存为 xlsx，或分成几个文件。',
    'Reading this file took too much memory or time and was ended.',
    'Open it in a spreadsheet program and save it as xlsx, or split it into several files.',
  ),
  IMPORT_TOO_MANY_FILES: final(
    '一次最多导入 {limit} 个文件。',
    '请分几次导入。',
    'At most {limit} files can be imported at once.',
    'Import them in several steps.',
  ),
  IMPORT_FILE_CHANGED: final(
    '文件在读取时被改动了。',
    '请等别的程序写完后再导入；已导入的订单不会重复。',
    'The file was changed while it was read.',
    'Wait until the other program is done and import it again; nothing doubles.',
  ),
  IMPORT_XLS_TOO_OLD: final(
    '这是 Excel 97 以前的 xls 格式。',
    '请用表格软件打开，另存为 xlsx 后再导入。',
    'This xls file is older than Excel 97.',
    'Open it in a spreadsheet program and save it as xlsx.',
  ),
  IMPORT_ARCHIVE_SUSPICIOUS: final(
    '文件展开后过大或结构异常（{reason}），已拒绝打开。',
    '请从平台重新下载；若是自己制作的表格，请删去多余内容后另存。',
    'The file unpacks to far too much or is built strangely ({reason}); it was refused.',
    'Download it again; if you made it yourself, remove what is not needed and save it again.',
  ),
  IMPORT_ENCODING_UNKNOWN: final(
    '无法确定文件的文字编码。',
    '请对照预览选择编码，或另存为 UTF-8 的 csv。',
    'The character encoding of the file cannot be determined.',
    'Choose the encoding by its preview, or save the file as CSV UTF-8.',
    '用 --encoding 给出编码，或另存为 UTF-8 的 csv。',
    'Name the encoding with --encoding, or save the file as CSV UTF-8.',
  ),
  IMPORT_TOO_MANY_ROWS: final(
    '表格超过 {limit} 行。',
    '请分成几个文件导入。',
    'The table has more than {limit} rows.',
    'Split it into several files.',
  ),
  IMPORT_TOO_MANY_COLUMNS: final(
    '第 {row} 行超过 {limit} 列。',
    '请删去多余的列后另存。',
    'Row {row} has more than {limit} columns.',
    'Remove the columns that are not needed and save the file.',
  ),
  IMPORT_CELL_TOO_LONG: final(
    '第 {row} 行有单元格超过 {limit} 个字，可能引号没有成对。',
    '请检查这一行附近的引号后重试。',
    'A cell in row {row} has more than {limit} characters; a quote may be missing.',
    'Check the quotes near this row and try again.',
  ),
  IMPORT_QUOTE_UNPAIRED: final(
    '第 {row} 行有一个引号没有成对，后面的行会被吞进同一个单元格，所以整个文件都没有读入。',
    '请补上或删去这个引号，保存后再导入。',
    'A quote in row {row} has no pair and would take the rows behind it into its cell; the file was not taken in.',
    'Add the missing quote or remove this one, save, and import again.',
  ),
  IMPORT_SHEET_NOT_FOUND: final(
    '文件里没有名为“{sheet}”的工作表。',
    '请选择文件中已有的工作表。',
    'The file has no sheet named “{sheet}”.',
    'Choose one of the sheets in the file.',
  ),
  IMPORT_PROFILE_UNKNOWN: final(
    '没有名为“{profile}”的导入模板。',
    '请从模板列表中选择，或不指定让程序识别。',
    'There is no import profile named “{profile}”.',
    'Choose one of the list, or leave it to be recognised.',
  ),
  IMPORT_MAPPING_INVALID: final(
    '列对应关系里有不存在的列或字段（第 {column} 列）。',
    '请重新选择这一列代表什么。',
    'The column mapping names a column or field that does not exist (column {column}).',
    'Choose again what this column means.',
  ),
  IMPORT_NO_ROWS: final(
    '表格里没有订单行。',
    '请确认导出的时间范围内有订单。',
    'The table has no order rows.',
    'Check that there are orders in the exported period.',
  ),
  IMPORT_NO_RECEIVER_COLUMNS: final(
    '表格里找不到收件人的电话或地址列。',
    '请指定哪一列是电话、哪一列是地址；若导出时没有勾选收件信息，请重新导出。',
    'No column holds the receiver’s phone or address.',
    'Say which columns they are; if the export left them out, export again with receiver data.',
  ),
  IMPORT_CHAT_TEXT: final(
    '这不是表格，像是聊天里的收件信息，一位收件人占了几行。',
    '不用导入：打开这个文件，全选复制，到窗口“今日”的“粘贴下单”里粘贴，一位收件人成一单。',
    'This is no table; it reads like receivers from a chat, each over several lines.',
    'It needs no import: open the file, copy all of it and paste it on Today in the window; each receiver becomes an order.',
  ),
  IMPORT_CHAIN_TEXT: final(
    '这是一份接龙名单：有人和份数，没有收件人的电话和地址。',
    '请大家补上电话和地址，或者从接龙的小程序里导出带地址的表，再导入。',
    'This is a list of who joins a group order: names and counts, but no phone or address.',
    'Ask them for phone and address, or export a table with addresses from the group order, then import that.',
  ),
  IMPORT_FREIGHT_TABLE: final(
    '这是一张运费价格表，不是订单。',
    '没有导入。里面真有订单的话，在窗口里导入并指定每一列的意思。',
    'This is a table of freight prices, not of orders.',
    'Nothing was imported. If there are orders in it, import it in the window and say what each column is.',
    '没有导入。里面真有订单的话，加 --profile generic 再导入。',
    'Nothing was imported. If there are orders in it, import it with --profile generic.',
  ),
  IMPORT_CARRIER_BILL: final(
    '这是快递公司的账单，不是订单。',
    '没有导入。对账请到“看板”的“对账”；里面真有订单的话，在窗口里导入并指定每一列的意思。',
    'This is a carrier’s bill, not a list of orders.',
    'Nothing was imported. Check it under Insight, Bills; if there are orders in it, import it and say what each column is.',
    '没有导入。对账用 reconcile 文件 --carrier 快递公司；里面真有订单的话，加 --profile generic 再导入。',
    'Nothing was imported. Check it with reconcile FILE --carrier CODE; if there are orders in it, import it with --profile generic.',
  ),
};

/** One row cannot become an order. */
const rejections = {
  IMPORT_ROW_NO_RECEIVER: final(
    '这一行没有收件人的电话和地址。',
    '请补上电话和地址后重新导入。',
    'This row has neither phone nor address of the receiver.',
    'Add them and import again.',
  ),
  IMPORT_NUMBER_DAMAGED: final(
    '这个号码已被表格软件改坏（位数丢失或是公式错误）。',
    '请重新下载原始文件，不要用 Excel 打开保存，直接导入。',
    'This number was damaged by a spreadsheet program (digits lost, or a formula error).',
    'Download the original file again and import it without saving it in Excel.',
  ),
};

/** The row became an order, but a person must look, or it must not be shipped. */
const complaints = {
  IMPORT_OTHER_SHEETS: final(
    '只读取了工作表“{sheet}”，这些工作表看起来也是订单：{others}。',
    '需要的话，选那个工作表再导入一次。',
    'Only sheet “{sheet}” was read; these look like orders too: {others}.',
    'If they are needed, choose that sheet and import again.',
    '需要的话，用 --sheet 指定工作表再导入一次。',
    'If they are needed, import again and name the sheet (--sheet).',
  ),
  IMPORT_TEXT_DAMAGED: final(
    '这个单元格里有无法还原的文字或公式错误。',
    '请对照平台上的订单补正。',
    'This cell holds text that cannot be restored, or a formula error.',
    'Correct it from the order on the platform.',
  ),
  IMPORT_MASKED_RECEIVER: final(
    '收件信息是脱敏的（带 *），不能打印。',
    '请用平台的电子面单渠道发货，或导出未脱敏的收件信息。',
    'The receiver is masked (with *) and cannot be printed.',
    'Ship it through the platform’s own channel, or export it unmasked.',
  ),
  IMPORT_STATUS_UNKNOWN: final(
    '不认识订单状态“{word}”。',
    '请说明它的意思：该发、已发，还是不发；说过一次就记住。',
    'The order status “{word}” is not known.',
    'Say once what it means (ship, shipped, never); it is remembered.',
  ),
  IMPORT_STATUS_WAITING: final(
    '订单状态表示还不能直接发货。',
    '请到平台确认后再发。',
    'The order status says it may not be shipped yet.',
    'Check on the platform before shipping.',
  ),
  IMPORT_ALREADY_SHIPPED: final(
    '平台显示这一单已发货。',
    '无需处理。',
    'The platform says this order has been shipped.',
    'Nothing to do.',
  ),
  IMPORT_ORDER_CLOSED: final(
    '这一单未付款、已取消或已关闭。',
    '无需处理。',
    'This order is unpaid, cancelled or closed.',
    'Nothing to do.',
  ),
  IMPORT_REFUNDED: final('这一单已退款。', '无需处理。', 'This order has been refunded.', 'Nothing to do.'),
  IMPORT_REFUND_OPEN: final(
    '这一单有退款或售后在处理。',
    '请先处理售后，再决定是否发货。',
    'A refund or after-sale case is open for this order.',
    'Settle it first, then decide whether to ship.',
  ),
  IMPORT_HELD: final(
    '表格的“{column}”说明这一单要等一等。',
    '请确认后再发货。',
    '“{column}” in the file says that this order is to wait.',
    'Check it before shipping.',
  ),
  IMPORT_NOT_GOODS: final(
    '商品像是补差价或邮费链接，没有实物。',
    '请确认是否需要发货。',
    'The item looks like a price difference or postage link without goods.',
    'Check whether anything is to be shipped.',
  ),
  IMPORT_HAS_WAYBILL: final(
    '表格里这一单已有快递单号。',
    '请确认是否已发过，避免重复发货。',
    'The file already has a waybill number for this order.',
    'Check whether it was shipped before, so that it is not sent twice.',
  ),
  IMPORT_STRUCK_OUT: final(
    '这一行里有划掉的字（删除线）。',
    '请打开表格看划掉的是什么，再确认是否要发货。',
    'Something in this row is crossed out.',
    'Open the file and see what was crossed out, then decide whether it is to be shipped.',
  ),
  IMPORT_SHEET_SAYS_NOT: final(
    '这一单在工作表“{sheet}”里，表名说明不发货，或者工作表是隐藏的。',
    '请确认是否要发货。',
    'This order is on sheet “{sheet}”, whose name says not to ship or which is hidden.',
    'Decide whether it is to be shipped.',
  ),
  IMPORT_HIDDEN_ROW: final(
    '这一行在表格里是隐藏的。',
    '请确认是否要发货。',
    'This row is hidden in the spreadsheet.',
    'Decide whether it is to be shipped.',
  ),
  ORDER_NO_ODD: final(
    '订单编号的写法不常见，表格软件可能把它当成公式。',
    '没有问题就确认；有问题就取消，改好表格里的编号后重新导入。',
    'The order number is written in an unusual way; a spreadsheet program may run it as a formula.',
    'Confirm it if it is right; else cancel the order, correct the number in the file and import again.',
  ),
  IMPORT_CARRIER_UNKNOWN: final(
    '不认识表格里的快递公司名称。',
    '请为这一单选择快递公司。',
    'The carrier named in the file is not known.',
    'Choose a carrier for this order.',
  ),
  IMPORT_QUANTITY_UNREADABLE: final(
    '数量看不懂，已按 1 处理。',
    '请改正数量。',
    'The quantity cannot be read; 1 was taken.',
    'Correct the quantity.',
  ),
  IMPORT_AMOUNT_UNREADABLE: final(
    '金额看不懂，没有采用。',
    '请改正代收货款或保价金额。',
    'The amount cannot be read and was not taken.',
    'Correct the COD or insured amount.',
  ),
  IMPORT_SENDER_UNCLEAR: final(
    '表格里的寄件人看不懂，或者带 *。',
    '编辑订单填好寄件人；直接确认就用平常的寄件人。',
    'The sender in the file is not understood, or is masked.',
    'Edit the order and fill in the sender; confirmed as it is, the usual sender is used.',
  ),
  IMPORT_WEIGHT_UNREADABLE: final(
    '重量看不懂，没有采用。',
    '请改正重量，单位写 kg 或 g。',
    'The weight cannot be read and was not taken.',
    'Correct the weight, with kg or g.',
  ),
};

/** Writing the files that go back to the operator. */
const writingErrors = {
  IMPORT_RESULT_NOT_WRITTEN: final(
    '结果文件写不出来：{reason}。',
    '请关闭打开着的旧结果文件，检查磁盘空间和权限后重试。',
    'The result file could not be written: {reason}.',
    'Close an older result file that is open, check disk space and permissions, then try again.',
  ),
};

export const importErrors = defineErrors({ ...fileErrors, ...rejections, ...complaints, ...writingErrors });
