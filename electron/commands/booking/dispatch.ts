import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { planByRules } from '../../usecases/booking/choosing/planByRules.ts';
import { giveBackUnsent } from '../../usecases/booking/giveBack.ts';
import type { Workers } from '../../usecases/workspace/workers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { chooseAccount, chooseAccountOrRules } from '../accounts/chooseAccount.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkers, withWorkspace } from '../main/withWorkspace.ts';
import { chooseSender } from '../ship/chooseSender.ts';

/** As `ship`: what becomes due within this is waited for. */
const patienceMs = 35_000;
const allReady = 100_000;

async function openCounts(workspace: Workspace) {
  const rows = await workspace.store.read.orders.shipmentCounts();
  const sum = (state: string) =>
    rows.filter((row) => row.shipmentState === state).reduce((total, row) => total + row.total, 0);
  const asked = await workspace.store.read.orders.count({ state: 'held', holdReason: 'booked-before' });
  return { unsure: sum('unsure') + sum('sending'), waiting: sum('planned'), asked };
}

/** Orders that are ready join the queue; where no account can be told, only what is queued already is worked. */
async function planAll(workspace: Workspace, context: CommandContext) {
  const name = context.text('account');
  const account = await chooseAccountOrRules(workspace, name, false);
  if (!account.ok) return name === undefined ? done(null) : account;
  const orderIds = await workspace.store.read.orders.readyIds(allReady);
  // What is queued already has its sender; a restored backup may know none.
  if (orderIds.length === 0 && context.text('sender') === undefined) return done(null);
  const sender = await chooseSender(workspace, context);
  if (!sender.ok) return sender;
  const printerUri = context.text('printer') ?? null;
  const planned = await planByRules(workspace, {
    orderIds,
    accountId: account.value?.id ?? null,
    carrier: context.text('carrier') ?? '',
    printerUri,
    sender: sender.value,
  });
  return planned.ok ? done(null) : planned;
}

async function planBackup(workspace: Workspace, context: CommandContext) {
  const name = context.text('backup');
  if (name === undefined) return done(null);
  const account = await chooseAccount(workspace, name, false);
  if (!account.ok) return account;
  const open = await workspace.store.read.orders.window({ state: 'failed' }, { offset: 0, limit: allReady });
  const waiting = await workspace.store.read.orders.window(
    { state: 'booking' },
    { offset: 0, limit: allReady },
  );
  const ids = [...open, ...waiting].map((order) => order.id);
  for (const { id } of await workspace.store.read.accounts.all()) {
    if (id !== account.value.id) await giveBackUnsent(workspace, ids, id);
  }
  const ready = (await workspace.store.read.orders.readyIds(allReady)).filter((id) => ids.includes(id));
  const planned = await planByRules(workspace, {
    orderIds: ready,
    accountId: account.value.id,
    isBackup: true,
    carrier: '',
    printerUri: context.text('printer') ?? null,
  });
  return planned.ok ? done(null) : planned;
}

/** The first account's queue to its end, then what the backup account takes; with `--watch` until the command is stopped. */
async function workThrough(
  workspace: Workspace,
  context: CommandContext,
  { booking, printing }: Workers,
): Promise<Outcome<null>> {
  const isWatching = context.flag('watch');
  await booking.untilIdle(patienceMs);
  const backup = await planBackup(workspace, context);
  if (!backup.ok) return backup;
  booking.wake();
  await booking.untilIdle(isWatching ? Number.POSITIVE_INFINITY : patienceMs);
  while (isWatching && !context.signal.aborted) await workspace.clock.sleep(patienceMs, context.signal);
  await printing.untilIdle(patienceMs);
  return done(null);
}

export const dispatchCommand: Command = {
  name: 'dispatch',
  usage:
    '[--account NAME] [--sender FILE.json] [--backup NAME] [--carrier CODE] [--printer URI] [--until-empty|--watch]',
  does: { 'zh-CN': '处理取号队列', en: 'work the booking queue' },
  options: {
    account: { type: 'string' },
    sender: { type: 'string' },
    backup: { type: 'string' },
    carrier: { type: 'string' },
    printer: { type: 'string' },
    'until-empty': { type: 'boolean' },
    watch: { type: 'boolean' },
  },
  run(context) {
    if (context.flag('watch') && context.flag('until-empty'))
      return Promise.resolve(failure('USAGE', { detail: '--until-empty | --watch' }));
    return withWorkspace(context, async (workspace) => {
      const planned = await planAll(workspace, context);
      if (!planned.ok) return planned;
      const { tally, result } = await withWorkers(workspace, context, (workers) =>
        workThrough(workspace, context, workers),
      );
      if (!result.ok) return result;
      const counts = {
        booked: tally.booked,
        failed: tally.failed,
        printed: tally.printed,
        ...(await openCounts(workspace)),
      };
      const isOpen = counts.failed + counts.unsure + counts.waiting + counts.asked > 0;
      return done({
        exitCode: isOpen ? 3 : 0,
        json: counts,
        human: [
          commandText(context.language, 'bookedLine', counts),
          ...(counts.asked > 0 ? [commandText(context.language, 'askedLine', counts)] : []),
        ],
      });
    });
  },
};
