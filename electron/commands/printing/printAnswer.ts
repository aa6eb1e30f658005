import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { answerUnsurePrints, type TogetherAnswered } from '../../usecases/printing/resolve.ts';
import { withWorkers } from '../../usecases/workspace/withWorkers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, many, optional, text } from '../main/word.ts';

const say = phrases({
  cameOut: [
    '{answered} 张已在包裹上，不再打印',
    '{answered} {answered|label is|labels are} on the parcels and will not print',
  ],
  again: [
    '{answered} 张重新打印：已打 {printed} 张，待确认 {unsure} 张，还在等 {waiting} 张',
    '{answered} to print: {printed} printed, {unsure} unconfirmed, {waiting} waiting',
  ],
});

async function meantBy(
  workspace: Workspace,
  orderNos: readonly string[],
): Promise<Outcome<TogetherAnswered>> {
  if (orderNos.length === 0) return done({ are: 'after-backup' });
  const orderIds: string[] = [];
  for (const orderNo of orderNos) {
    const order = await workspace.store.read.orders.byOrderNo(orderNo);
    if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo });
    orderIds.push(order.id);
  }
  return done({ orderIds });
}

export const printAnswerCommands: readonly Command[] = [
  command({
    name: 'print answer',
    zh: '回答待确认的面单：--came-out 已经打出，不再打；--print-again 没有打出，现在打。写订单号，或用 --after-backup 回答恢复的备份之后的全部',
    en: 'answers for unconfirmed labels: --came-out, they will not print; --print-again, they did not and print now. Name orders, or take all of after the restored backup with --after-backup',
    access: 'packParcels',
    operands: [optional(many(text('NO')))],
    options: { 'came-out': flag, 'print-again': flag, 'after-backup': flag },
    async run(asked) {
      const {
        workspace,
        language,
        operands: [orderNos],
        options: { 'came-out': cameOut, 'print-again': isAgain, 'after-backup': isAll },
      } = asked;
      if (cameOut === isAgain || isAll === orderNos.length > 0) return asked.wrongUsage();
      const meant = unwrap(await meantBy(workspace, orderNos));
      if (cameOut) {
        const answered = (await answerUnsurePrints(workspace, meant, true)).length;
        return report({ answered }, [say(language, 'cameOut', { answered })]);
      }
      const { tally, result: ids } = await withWorkers(workspace, asked, async ({ printing, untilIdle }) => {
        const queued = await answerUnsurePrints(workspace, meant, false);
        printing.wake();
        await untilIdle(printing);
        return queued;
      });
      const { printed, printUnsure: unsure } = tally;
      const answered = ids.length;
      let waiting = 0;
      for (const id of ids) {
        const job = await workspace.store.read.printJobs.byId(id);
        if (job !== undefined && ['waiting', 'held', 'failed'].includes(job.state)) waiting += 1;
      }
      const counts = { answered, printed, unsure, waiting };
      return report(counts, [say(language, 'again', counts)], unsure + waiting > 0);
    },
  }),
];
