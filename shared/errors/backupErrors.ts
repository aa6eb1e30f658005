import { byOperator, byOwner, defineErrors, retried } from './defineErrors.ts';

/** Backups, restoring them, and what a restored past still has to ask. */
export const backupErrors = defineErrors({
  BACKUP_EXISTS: byOperator(
    ['文件 {file} 已经存在，备份不会覆盖任何文件。', '换一个文件名再备份。'],
    ['The file {file} is there already; a backup overwrites nothing.', 'Choose another name.'],
  ),
  BACKUP_NOT_WRITABLE: retried(
    byOperator(
      [
        '备份文件 {file} 写不进去，没有生成备份。',
        '检查文件夹是否存在、有没有写入权限和剩余空间，再试一次。',
      ],
      [
        'The backup {file} cannot be written; none was made.',
        'Check that the folder exists, may be written and has room, then try again.',
      ],
    ),
  ),
  BACKUP_UNREADABLE: byOperator(
    ['备份文件 {file} 打不开，没有做任何改动。', '检查路径和读取权限。'],
    ['The backup {file} cannot be opened; nothing was changed.', 'Check the path and the right to read it.'],
  ),
  BACKUP_NOT_OURS: byOperator(
    ['文件 {file} 不是发货台的备份，没有做任何改动。', '选择由发货台生成的 .sdbackup 文件。'],
    [
      'The file {file} is no backup of ShipDesk; nothing was changed.',
      'Choose an .sdbackup file that ShipDesk made.',
    ],
  ),
  BACKUP_DAMAGED: byOwner(
    [
      '备份不完整或内容被改动过，没有恢复，现有数据原样保留。',
      '换另一份备份；如果是从网盘或移动硬盘复制来的，请重新复制。',
    ],
    [
      'The backup is cut off or altered; it was not restored and the present data stay as they are.',
      'Use another backup, or copy this one again from where it came.',
    ],
  ),
  BACKUP_FOREIGN: byOwner(
    [
      '这份备份属于另一个工作区，没有恢复，现有数据原样保留。',
      '恢复到它自己的文件夹，或一个空文件夹。',
      '用 --data 指定它自己的文件夹或一个空文件夹再恢复。',
    ],
    [
      'The backup is of another workspace; it was not restored and the present data stay as they are.',
      'Restore it into its own folder, or an empty one.',
      'Name its own folder, or an empty one, with --data.',
    ],
  ),
  BACKUP_LOCKED: byOwner(
    [
      '口令打不开这份备份，没有做任何改动。',
      '输入备份当时的工作区口令。',
      '使用备份当时的工作区口令（环境变量 SHIPDESK_PASSPHRASE）。',
    ],
    [
      'The passphrase does not open this backup; nothing was changed.',
      'Enter the passphrase the workspace had when the backup was made.',
      'Use the passphrase the workspace had when the backup was made (SHIPDESK_PASSPHRASE).',
    ],
  ),
  BOOKED_BEFORE_RESTORE: byOperator(
    [
      '恢复备份之后发现：这单可能已经取过号（平台单据号 {orderCode}），但当时的账号现在不在了。',
      '到平台后台按单据号查一下：有单号就用“绑定单号”录入，没有就重新添加账号再取号。',
    ],
    [
      'After the restore: this order may have been booked before (code {orderCode}), and its account is gone.',
      'Look the code up at the platform: bind the number when there is one, else add the account and book.',
    ],
  ),
  BOUND_BEFORE_RESTORE: byOperator(
    [
      '恢复的备份之后，订单 {orderNo} 已经手工绑定过单号 {waybillNo}。',
      '包裹用的就是它：绑定 {waybillNo}；要换新单号，先绑定它再取消订单。',
    ],
    [
      'After the restored backup was made, the number {waybillNo} was bound to order {orderNo} by hand.',
      'Bind {waybillNo}, which is on the parcel; for another number bind it first, then cancel the order.',
    ],
  ),
  ASK_BEFORE_BINDING: byOperator(
    [
      '恢复备份之后发现：订单 {orderNo} 可能在账号 {name} 取过号。',
      '先对这单取号：系统只会用原来的单据号去问，问到单号就直接采用。',
    ],
    [
      'After the restore: order {orderNo} may have been booked before with the account {name}.',
      'Book it first: the account is only asked with the old code, and its number is taken.',
    ],
  ),
  NUMBER_BOOKED_BEFORE_RESTORE: byOperator(
    [
      '恢复的备份之后，订单号 {orderNo} 取过单号 {waybillNo}（平台单据号 {orderCode}），但那时这一行的内容与现在不同。这单先挂起，没有取号。',
      '看看包裹是不是同一个，再在“已挂起”里选中这单回答：“同一个包裹”采用 {waybillNo}，“另一个包裹”照常取号。',
      '看看包裹是不是同一个，再在“已挂起”里选中这单回答（或用 orders release）：“同一个包裹”采用 {waybillNo}，“另一个包裹”照常取号。',
    ],
    [
      'After the restored backup was made, number {orderNo} got waybill {waybillNo} (code {orderCode}) for a row that said something else. The order is held and not booked.',
      'Look whether it is the same parcel, then answer on the held order: the same parcel takes {waybillNo}, another parcel is booked.',
      'Look whether it is the same parcel, then answer on the held order (or by orders release): the same parcel takes {waybillNo}, another parcel is booked.',
    ],
  ),
  NUMBER_SENT_BEFORE_RESTORE: byOperator(
    [
      '恢复的备份之后，订单号 {orderNo} 发出过一次取号（平台单据号 {orderCode}），结果不明，而且那时这一行的内容与现在不同。这单先挂起，没有取号。',
      '到平台后台按单据号查一下，再在“已挂起”里选中这单回答：“同一个包裹”只用原来的单据号去问，“另一个包裹”照常取号。',
      '到平台后台按单据号查一下，再在“已挂起”里选中这单回答（或用 orders release）：“同一个包裹”只用原来的单据号去问，“另一个包裹”照常取号。',
    ],
    [
      'After the restored backup was made, a booking for number {orderNo} was sent (code {orderCode}) whose outcome is not known, for a row that said something else. The order is held and not booked.',
      'Look the code up at the platform, then answer on the held order: for the same parcel only the old code is asked for, another parcel is booked.',
      'Look the code up at the platform, then answer on the held order (or by orders release): for the same parcel only the old code is asked for, another parcel is booked.',
    ],
  ),
  NUMBER_VOIDED_BEFORE_RESTORE: byOperator(
    [
      '恢复的备份之后，订单号 {orderNo} 取过的单号（平台单据号 {orderCode}）又取消了，而且那时这一行的内容与现在不同。这单先挂起，没有取号。',
      '看看取消的是不是这一单：还要发，就在“已挂起”里选中这单答“另一个包裹”；不发就取消订单。',
      '看看取消的是不是这一单：还要发，就在“已挂起”里选中这单答“另一个包裹”（或用 orders release）；不发就取消订单。',
    ],
    [
      'After the restored backup was made, a booking for number {orderNo} (code {orderCode}) was given back, for a row that said something else. The order is held and not booked.',
      'Look whether this order was cancelled: to ship it answer another parcel on the held order, else cancel it.',
      'Look whether this order was cancelled: to ship it answer another parcel on the held order (or by orders release), else cancel it.',
    ],
  ),
  SAME_PARCEL_TAKEN: byOperator(
    [
      '可能属于订单 {orderNo} 的那次取号，已经归了别的订单。这单仍然挂起。',
      '看看那个订单：包裹是它的，这单就答“另一个包裹”；弄错了就先取消那个订单的单号。',
    ],
    [
      'The booking that may have been of order {orderNo} belongs to another order by now. This one stays held.',
      'Look at that order: if the parcel is its own, answer another parcel here; else cancel its number first.',
    ],
  ),
  REGROUPED_BEFORE_RESTORE: byOperator(
    [
      '恢复的备份之后，订单 {orderNo} 的商品在合并或拆分后取过号（平台单据号 {orderCode}）。这单先挂起，没有取号。',
      '在“已挂起”里选中这单回答：商品已在那个包裹里，答“同一个包裹”，只用原来的单据号去问；还要单独发，答“另一个包裹”，照常取号。',
      '在“已挂起”里选中这单回答（或用 orders release）：商品已在那个包裹里，答“同一个包裹”，只用原来的单据号去问；还要单独发，答“另一个包裹”，照常取号。',
    ],
    [
      'After the restored backup was made, goods of order {orderNo} were booked merged or split (code {orderCode}). The order is held and not booked.',
      'Answer on the held order: if its goods are in that parcel, the same parcel, and only the old code is asked for; to ship it by itself, another parcel.',
      'Answer on the held order (or by orders release): if its goods are in that parcel, the same parcel, and only the old code is asked for; to ship it by itself, another parcel.',
    ],
  ),
  VOIDED_BEFORE_RESTORE: byOperator(
    [
      '恢复的备份之后，这单的单号 {waybillNo} 已经取消过。',
      '确认还要发货就把它改回“可发货”，会用新的单据号取号；不发就取消订单。',
    ],
    [
      'After the restored backup was made, the number {waybillNo} of this order was given back.',
      'Accept the order again to book it under a new code, or cancel it.',
    ],
  ),
});
