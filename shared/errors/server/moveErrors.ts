import { defineErrors, final } from '../defineErrors.ts';

/** Moving an order book between this computer and a server. */
export const moveErrors = defineErrors({
  MOVE_IS_THERE: final(
    '订单簿已经在那里了，不用搬。',
    '照常使用就行。',
    'The order book lies there already; there is nothing to move.',
    'Go on as before.',
    '用 workspace status 查看订单簿在哪里。',
    'See where it lies with workspace status.',
  ),
  SERVER_BENCHES_AT_WORK: final(
    '还有别的电脑在用这个订单簿：{names}。',
    '先在那些电脑上退出程序再搬；断电的，过一分钟再搬。',
    'Other computers work on this order book: {names}.',
    'End the program there first; where it was cut off, wait a minute.',
    '先在那些电脑上退出程序再搬；断电的，过一分钟再搬；不再使用的，用 workspace shut-out 移出。',
    'End the program there first; where it was cut off, wait a minute. Shut out those that are no longer used (workspace shut-out).',
  ),
  SERVER_BOOK_MOVED: final(
    '订单簿已经从服务器搬回电脑 {name}，这里不再更新，没有打开。',
    '到那台电脑上继续；要再一起使用，请在那里重新搬到服务器，再重新加入。',
    'The order book was moved from the server back to the computer {name}; it is not kept up here any more and was not opened.',
    'Go on at that computer; to share it again, move it to a server there and join again.',
  ),
  SERVER_BOOK_COMING: final(
    '订单簿正从电脑 {name} 搬到服务器，还没有搬完，服务器上的不能用，没有打开。',
    '等它搬完再打开。停在半路的，到那台电脑上再搬一次就会接着搬；不搬了，就在那台电脑上照常使用。',
    'The order book is on its way from the computer {name} to the server and not all there; it was not opened.',
    'Wait for the move to end. If it was stopped, move it again at that computer, which goes on with it, or go on working there.',
  ),
  MOVE_STOPPED: final(
    '搬家停下了，订单簿还在原来的地方，什么都没有丢。',
    '照常使用就行。已经搬过去的部分留着，再搬到同一个地方会接着搬。',
    'The move was stopped; the order book is where it was, and nothing is lost.',
    'Work on as before. What was copied stays there, and another move to the same place goes on with it.',
  ),
  MOVE_PART_UNKNOWN: final(
    '没有记着往 {place} 搬过一半的订单簿。',
    '核对地方的写法，再试一次。',
    'Nothing is noted of a move to {place} that did not end.',
    'Check how the place is written, then try again.',
    '用 workspace status 查看记着的地方，照样填写。',
    'See workspace status for the places, and write one as it stands there.',
  ),
  MOVE_ROW_UNLIKE: final(
    '搬过去的数据和原来的不一样（表 {table}），没有切换，原来的订单簿照常使用。',
    '再搬一次；仍然这样，请导出诊断信息并联系支持。',
    'What was moved does not read the same there (table {table}); nothing was switched, the previous order book stays in use.',
    'Move it once more; if it happens again, export the diagnostics file and contact support.',
  ),
});
