import { failure } from '../../../shared/errors/outcome.ts';
import { FolderWatch } from '../../usecases/intake/watch/folderWatch.ts';
import type { TakenFile, WatchSetting } from '../../usecases/intake/watch/takeDroppedFile.ts';
import { choosePrinter } from '../../usecases/printing/printers/choosePrinter.ts';
import { PushRounds } from '../../usecases/tracking/pushes/pushRounds.ts';
import { changeSettings } from '../../usecases/workspace/settings.ts';
import { dueWithinMs } from '../../usecases/workspace/withWorkers.ts';
import { startWorkers } from '../../usecases/workspace/workers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { accountToShip, chooseAccount } from '../accounts/account.ts';
import { type Command, type CommandContext, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, path, text } from '../main/word.ts';

const say = phrases({
  taken: [
    '{file}：新增 {imported} 单，重复 {duplicates} 单，待校正 {needsReview} 单，拒收 {rejected} 行 → {movedTo} {code}',
    '{file}: {imported} imported, {duplicates} {duplicates|duplicate|duplicates}, {needsReview} to correct, {rejected} {rejected|row|rows} rejected → {movedTo} {code}',
  ],
  // Its counts are those of the first time: nothing is imported now.
  again: [
    '{file}：内容和导入过的文件相同，那时新增 {imported} 单，这次没有导入 → {movedTo}',
    '{file}: the same content as a file before, which gave {imported} {imported|order|orders}; nothing was imported now → {movedTo}',
  ],
});

const roundMs = 1_000;

/** `isOnce` ends when nothing is left that could still become ready. */
async function watch(
  workspace: Workspace,
  setting: WatchSetting,
  { signal, terminal, language }: CommandContext,
  { isOnce, onTaken }: { readonly isOnce: boolean; onTaken(): void },
): Promise<TakenFile[]> {
  const [folder, pushes] = [new FolderWatch(workspace), new PushRounds(workspace)];
  const taken: TakenFile[] = [];
  while (!signal.aborted) {
    const round = unwrap(await folder.round(setting, signal));
    for (const file of round.taken)
      terminal.note(say(language, file.state === 'again' ? 'again' : 'taken', { ...file }));
    taken.push(...round.taken);
    if (round.taken.length > 0) onTaken();
    if (isOnce && round.waiting === 0) break;
    await pushes.round(signal);
    await workspace.clock.sleep(roundMs, signal);
  }
  return taken;
}

export const watchCommands: readonly Command[] = [
  command({
    name: 'watch',
    zh: '自动导入：监视文件夹，新订单文件导入后移到 done 或 failed',
    en: 'auto import: watch a folder; new order files are imported and moved to done or failed',
    access: ['importOrders', 'bookParcels', 'packParcels'],
    begins: true,
    operands: [path('DIR')],
    options: {
      profile: text('NAME'),
      ship: flag,
      account: accountToShip,
      printer: text('NAME|URI|auto:'),
      once: flag,
      practice: flag,
    },
    stays: true,
    async run({ workspace, operands: [folder], options, ...context }) {
      const { ship: isShip, profile = '', once: isOnce } = options;
      if (isShip) {
        // It becomes the usual account, which practice must never be where work is real.
        if (options.practice && !workspace.isPractice) return failure('PRACTICE_WORKSPACE_NEEDED');
        const account = unwrap(await chooseAccount(workspace, options.account, workspace.isPractice));
        await changeSettings(workspace, { defaultAccountId: account.id });
      }
      const setting: WatchSetting = {
        folder,
        profile,
        action: isShip ? 'ship' : 'import',
        ...(options.printer === undefined
          ? {}
          : { printerUri: unwrap(await choosePrinter(workspace, options.printer)) }),
      };
      const bugs: unknown[] = [];
      const workers = isShip ? await startWorkers(workspace, { onBug: (error) => bugs.push(error) }) : null;
      try {
        const onTaken = () => workers?.booking.wake();
        const taken = await watch(workspace, setting, context, { isOnce, onTaken });
        if (!context.signal.aborted) await workers?.booking.untilIdle(dueWithinMs);
        if (bugs.length > 0) throw bugs[0];
        const isOpen = taken.some(({ state, needsReview }) => state === 'failed' || needsReview > 0);
        return report({ files: taken }, [], isOpen);
      } finally {
        await workers?.stop();
      }
    },
  }),
];
