import { defineErrors, final } from './defineErrors.ts';

/** The file is read, and is not what it should be; or something about the whole file is reported. */
const aboutTheFile = {
  IMPORT_FINANCE_REPORT: final(
    '这是千牛的财务报表，里面没有收件人。',
    '请到“已卖出的宝贝”导出订单报表。',
    'This is a finance report; it holds no receivers.',
    'Export the order report instead.',
  ),
  IMPORT_ITEMS_ONLY: final(
    '这是宝贝报表，只有商品，没有收件人。',
    '请和同一时间的订单报表一起导入。',
    'This is the item report: goods without receivers.',
    'Import it together with the order report of the same period.',
  ),
  IMPORT_PURCHASE_LIST: final(
    '这份 1688 表格看起来是采购单：买家只有一个，卖家有好几个。',
    '请确认这些包裹真的由你发出。',
    'This 1688 table looks like a purchase list: one buyer, several sellers.',
    'Make sure that these parcels are yours to ship.',
  ),
  IMPORT_SHEETS_LEFT_OUT: final(
    '这些工作表没有读取，因为表名说明不发货，或者是隐藏的：{sheets}。',
    '其中有要发的，就选那个工作表再导入一次。',
    'Not read, because their names say not to ship or they are hidden: {sheets}.',
    'If any of them is to be shipped, choose that sheet and import again.',
    '其中有要发的，就用 --sheet 指定工作表再导入一次。',
    'If any of them is to be shipped, import again and name the sheet (--sheet).',
  ),
  IMPORT_GOODS_UNREAD: final(
    '没有认出商品列，还有列没有读，这些订单不带商品。',
    '商品写在其中一列的话，请指定那一列，或把列名改成“商品”再导入。',
    'No column of goods was found and some columns were not read; these orders have no goods.',
    'If one of those columns holds the goods, say so, or name it “goods”, and import again.',
  ),
  IMPORT_WEIGHT_UNIT_GUESSED: final(
    '“{column}”没有写单位，按{unit}读取。',
    '不对的话，请在列名里写上单位（如“重量(kg)”）再导入。',
    '“{column}” names no unit; it was read as {unit}.',
    'If that is wrong, write the unit into the header, as in “weight (kg)”, and import again.',
  ),
};

/** The receiver is not there to be printed; one code for each way of hiding it. */
const hiddenReceivers = {
  IMPORT_RECEIVER_ENCRYPTED: final(
    '收件信息是密文，不能打印。',
    '请用平台的电子面单渠道发货，或导出解密后的收件信息。',
    'The receiver is cipher text and cannot be printed.',
    'Ship it through the platform’s own channel, or export it decrypted.',
  ),
  IMPORT_RECEIVER_HIDDEN: final(
    '平台把收件信息换成了说明文字。',
    '请确认这一单还是待发货，再从平台重新导出。',
    'The platform put a note in place of the receiver.',
    'Check that the order still waits for shipping, then export it again.',
  ),
  IMPORT_RECEIVER_USER_ID: final(
    '收件人是一串平台编号，店铺可能没有授权。',
    '请在打单软件里重新授权这个店铺，再导出。',
    'The receiver’s name is a platform id; the shop may not be authorised.',
    'Authorise the shop in the ERP again, then export.',
  ),
  IMPORT_VIRTUAL_EXPIRED: final(
    '虚拟号已在 {date} 过期，快递员打不通。',
    '请从平台重新导出，取得新的号码。',
    'The virtual number expired on {date}; a courier cannot reach anybody.',
    'Export the order again to get a new one.',
  ),
  IMPORT_VIRTUAL_NO_EXTENSION: final(
    '这是虚拟号，但没有分机号。',
    '请核对平台上的号码，快递员需要拨分机。',
    'This is a virtual number without an extension.',
    'Compare it with the platform; the courier has to dial the extension.',
  ),
};

/** The order is to wait, or not to go at all. */
const holds = {
  IMPORT_SECOND_RECEIVER: final(
    '表格里有两组同名的收件人列，这一行的第二组（“{column}”）没有读。',
    '请核对收件人。另一组是寄件人，就把列名改成“寄件人…”；是另一单，就移到新的一行，再导入。',
    'The table has two receivers in one row under the same column names; the second one (“{column}”) was not read.',
    'Check the receiver. If the other one is the sender, rename its columns (“sender …”); if it is another order, move it to a row of its own and import again.',
  ),
  IMPORT_LINE_JOINED: final(
    '第 {row} 行只有商品，没有收件人，已算进它上面的这一单。',
    '请核对商品。不是同一单的，补上收件人后重新导入。',
    'Row {row} holds goods and no receiver; it was added to this order, the one above it.',
    'Check the goods. If it is another order, enter its receiver and import again.',
  ),
  IMPORT_GOODS_COUNT_DIFFERS: final(
    '商品里写的件数加起来是 {sum}，数量列写的是 {quantity}。',
    '请核对每种商品各是几件；不对就编辑订单的商品。',
    'The goods add up to {sum} pieces, and the quantity column says {quantity}.',
    'Check how many there are of each; if they are wrong, edit the goods of the order.',
  ),
  IMPORT_COD_NO_AMOUNT: final(
    '这一单是货到付款，但没有写代收金额。',
    '请填上代收金额；确定不用代收，就直接确认。',
    'This order is paid on delivery, and no amount to collect is given.',
    'Enter the amount; if nothing is to be collected, confirm it as it is.',
  ),
  IMPORT_ABROAD: final(
    '收件地在国外，国内快递的面单寄不到。',
    '请改用国际快递或平台物流；国家写错了，就改好地址再确认。',
    'The receiver is abroad, where a domestic waybill does not reach.',
    'Ship it by an international carrier; if the country is wrong, correct the address and confirm.',
  ),
  IMPORT_NOTE_SAYS_WAIT: final(
    '卖家备注里写着“{word}”。',
    '请确认后再发货。',
    'The seller’s note says “{word}”.',
    'Check it before shipping.',
  ),
  IMPORT_COMMENT_SAYS: final(
    '这一行的单元格批注里写着“{word}”。',
    '请看一下批注，确认后再发货。',
    'A comment on a cell of this row says “{word}”.',
    'Read the comment and check the order before shipping.',
  ),
  IMPORT_HEADING_SAYS_WAIT: final(
    '这一单上面的第 {row} 行写着“{word}”。',
    '请确认后再发货。',
    'Row {row} above this order says “{word}”.',
    'Check it before shipping.',
  ),
  IMPORT_BUYER_SAYS_WAIT: final(
    '买家留言里写着“{word}”。',
    '请和买家确认后再发货。',
    'The buyer’s note says “{word}”.',
    'Ask the buyer before shipping.',
  ),
  IMPORT_SHIP_TOGETHER: final(
    '“{column}”里写着“{word}”，要和另一单一起发。',
    '请和那一单合单；要分开发，就各自解除。',
    'The column “{column}” says “{word}”: it is to go together with another order.',
    'Combine the two; release each of them if they may go apart.',
  ),
  IMPORT_TOGETHER_WITH: final(
    '{otherNo} 的备注要求和别的订单一起发，收件电话和这一单相同。',
    '请和那一单合单；要分开发，就各自解除。',
    'The note of {otherNo} wants it to go together with another order, and its phone is that of this one.',
    'Combine the two; release each of them if they may go apart.',
  ),
  IMPORT_SAME_ROW: final(
    '这一行和前面一行完全一样，都没有订单号：可能是重复粘贴，也可能是两个包裹。',
    '确实要发两个包裹，就确认；重复的就取消。',
    'This row is the same as an earlier one, and neither has an order number: pasted twice, or two parcels.',
    'Release it if two parcels are to go; cancel it if it was repeated.',
  ),
  IMPORT_NOTE_READDRESSES: final(
    '“{column}”里写着“{word}”，收件信息可能已经不对。',
    '请照备注改好收件信息，或确认不用改。',
    'The column “{column}” says “{word}”: the receiver may no longer be right.',
    'Correct the receiver as the note says, or accept it as it is.',
  ),
  IMPORT_NOT_BY_COURIER: final(
    '“{column}”说明这一单不走快递（自提、同城、虚拟或无需物流）。',
    '请确认是否要寄快递。',
    '“{column}” says that no courier takes this order (pick-up, local, virtual, nothing to ship).',
    'Decide whether it is to be shipped.',
  ),
  IMPORT_PRESALE: final(
    '这是预售订单。',
    '请确认现在是否可以发货。',
    'This is a pre-sale order.',
    'Decide whether it may ship now.',
  ),
  IMPORT_SHIP_LATER: final(
    '这一单要等到 {date} 才发货，现在还没到。',
    '到那天会自动可以发货，不用处理；要提前发，就确认。',
    'The order is to ship on {date}, which is still to come.',
    'It becomes ready automatically on that day; release it if it may go earlier.',
  ),
  IMPORT_CONSOLIDATION: final(
    '收件地址是集运或转运仓。',
    '请确认平台要求的标识码在地址里，再发货。',
    'The parcel goes to a consolidation warehouse.',
    'Make sure that the code the warehouse wants is in the address.',
  ),
  IMPORT_FULFILLED_BY_PLATFORM: final(
    '这一单由平台仓库发货。',
    '无需处理。',
    'The platform’s own warehouse ships this order.',
    'Nothing to do.',
  ),
  IMPORT_ROWS_REPEATED: final(
    '同一单的第 {rows} 行完全相同：算一份，还是各算一份？',
    '在“校正”或导入结果里回答一次，同样表头的文件以后照此处理。',
    'Rows {rows} of one order are identical: do they count once, or each?',
    'Answer once, in Correct or beside the import; files of this layout are then taken so.',
    '用 dictionary repeats 回答：后面写明算一份，还是各算一份。',
    'Answer with dictionary repeats: once, or each.',
  ),
  IMPORT_ROWS_DIFFER: final(
    '同一订单的几行，收件信息或金额不一样（{field}）。',
    '请确认哪一行是对的。',
    'Rows of this one order differ in receiver or amounts ({field}).',
    'Decide which of them is right.',
  ),
  IMPORT_WEIGHT_OUTLIER: final(
    '重量 {kg} kg 和同一份表格里通常的 {usualKg} kg 差得太多，单位可能写错。',
    '请改正重量。',
    'A weight of {kg} kg is far from the usual {usualKg} kg of this file; the unit may be wrong.',
    'Correct the weight.',
  ),
  IMPORT_DATE_AMBIGUOUS: final(
    '“{column}”的日期分不清日和月。',
    '请改成 2026-03-04 这样的写法，或确认这一单可以发。',
    'In “{column}” day and month cannot be told apart.',
    'Write it like 2026-03-04, or decide that the order may ship.',
  ),
};

/** Told, and in nobody's way. */
const notes = {
  IMPORT_DATE_UNREADABLE: final(
    '“{column}”里的日期看不懂，没有采用。',
    '日期请写成 2026-03-04 这样；和发货无关就不用管。',
    'The date in “{column}” cannot be read and was left out.',
    'Write dates like 2026-03-04; where it does not matter for shipping, there is nothing to do.',
  ),
  IMPORT_VOLUME_UNREADABLE: final(
    '体积这一格看不懂，没有采用。',
    '需要体积时编辑订单填写，如 30*20*10（厘米）。',
    'The volume cannot be read and was left out.',
    'Where it is needed, edit the order: 30*20*10 (cm).',
  ),
  IMPORT_PIECES_ARE_GOODS: final(
    '“{column}”按商品的数量读取，每单一个包裹、一张面单。',
    '如果指的是箱数（一箱一张面单），导入时把这一列改成“包裹数”。',
    '“{column}” is read as the quantity of the goods: one parcel and one label per order.',
    'If it counts boxes, each with a label of its own, set the column to the number of parcels on import.',
  ),
  IMPORT_GOODS_NOT_LISTED: final(
    '商品明细里没有这一单，商品按订单表里写的。',
    '请核对两份表的时间范围是否一致。',
    'The list of goods does not know this order; its goods are those of the order table.',
    'Check that both cover the same period.',
  ),
  IMPORT_ADDRESS_CHANGED: final(
    '买家改过收件地址，表格里是改后的。',
    '无需处理。',
    'The buyer changed the address; the file holds the new one.',
    'Nothing to do.',
  ),
  IMPORT_PROMISE_PASSED: final(
    '承诺发货时间 {date} 已过。',
    '请优先发出。',
    'The promised shipping time {date} has passed.',
    'Ship it first.',
  ),
  IMPORT_PROMISE_NEAR: final(
    '承诺发货时间 {date} 快到了。',
    '请优先发出。',
    'The promised shipping time {date} is near.',
    'Ship it soon.',
  ),
};

export const importMeaningErrors = defineErrors({ ...aboutTheFile, ...hiddenReceivers, ...holds, ...notes });

/** Teaching the column dictionary. */
export const dictionaryErrors = defineErrors({
  DICTIONARY_SPELLING_INVALID: final(
    '这个列名是空的，或超过 60 个字。',
    '请填写表格里真实的列名。',
    'This column name is empty or has more than 60 characters.',
    'Enter the name as it is in the file.',
  ),
  DICTIONARY_SPELLING_TAKEN: final(
    '列名“{spelling}”已经属于字段“{field}”。',
    '确定要改，就确认一次；以后的表格都按新的字段读。',
    'The column name “{spelling}” already belongs to the field “{field}”.',
    'Confirm to move it; later files are then read by the new field.',
  ),
  DICTIONARY_SPELLING_GUARDED: final(
    '列名“{spelling}”看起来不是收件人或订单本身的（寄件、售后、发票、仓库等）。',
    '确定就是收件人或订单的列，就确认一次。',
    'The column name “{spelling}” does not look like the receiver’s or the order’s own (sender, after-sale, invoice, warehouse …).',
    'Confirm if it truly is.',
  ),
  DICTIONARY_FIELD_UNKNOWN: final(
    '没有字段“{field}”。',
    '请从字段列表里选择。',
    'There is no field “{field}”.',
    'Choose one of the list.',
  ),
  DICTIONARY_ENTRY_NOT_FOUND: final(
    '这一条已经不在表头对照里了。',
    '请刷新后再看。',
    'This entry is no longer among the column names.',
    'Refresh and look again.',
  ),
});
