import { cleanCellText } from '../kit/cellText.ts';
import type { TableRow } from '../kit/tableFormat.ts';

const longestTitle = 12;
const senderTitle = /^(?:寄件|发件|寄方|发货人|sender|from)/i;
const receiverTitle = /^(?:收件|收货|收方|receiver|recipient|consignee|to$)/i;

/**
 * Columns under 寄件人信息 where the row above the header has titles over groups of columns: below it they are named 姓名, 电话
 * and 地址 like the receiver's. A title holds until the next one; without one for the receiver none is believed.
 */
export function senderColumns(above: TableRow | undefined, width: number): ReadonlySet<number> {
  const titles = (above?.cells ?? []).map(({ text }) => cleanCellText(text));
  const hasReceiver = titles.some((title) => title.length <= longestTitle && receiverTitle.test(title));
  const columns = new Set<number>();
  if (!hasReceiver) return columns;
  let title = '';
  for (let index = 0; index < width; index += 1) {
    title = titles[index] || title;
    if (title.length <= longestTitle && senderTitle.test(title)) columns.add(index);
  }
  return columns;
}
