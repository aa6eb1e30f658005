import { resolve } from 'node:path';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { FolderWatch } from '../../usecases/intake/watch/folderWatch.ts';
import type { TakenFile, WatchSetting } from '../../usecases/intake/watch/takeDroppedFile.ts';
import { changeSettings } from '../../usecases/workspace/settings.ts';
import { startWorkers } from '../../usecases/workspace/workers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { chooseAccount } from '../accounts/chooseAccount.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

const roundMs = 1_000;
/** As `ship`: what becomes due within this is waited for when the watch ends. */
const patienceMs = 35_000;

/** `--once` ends when nothing is left that could still become ready. */
async function watch(
  workspace: Workspace,
  setting: WatchSetting,
  context: CommandContext,
  onTaken: () => void,
): Promise<Outcome<TakenFile[]>> {
  const folder = new FolderWatch(workspace);
  const taken: TakenFile[] = [];
  while (!context.signal.aborted) {
    const round = await folder.round(setting, context.signal);
    if (!round.ok) return round;
    for (const file of round.value.taken)
      context.terminal.note(commandText(context.language, 'watched', { ...file }));
    taken.push(...round.value.taken);
    if (round.value.taken.length > 0) onTaken();
    if (context.flag('once') && round.value.waiting === 0) break;
    await workspace.clock.sleep(roundMs, context.signal);
  }
  return done(taken);
}

async function run(workspace: Workspace, context: CommandContext): Promise<Outcome<CommandResult>> {
  const [folder] = context.operands;
  if (folder === undefined) return failure('USAGE', { detail: `watch ${watchCommand.usage}` });
  const isShip = context.flag('ship');
  if (isShip) {
    const account = await chooseAccount(workspace, context.text('account'), workspace.isPractice);
    if (!account.ok) return account;
    await changeSettings(workspace, { defaultAccountId: account.value.id });
  }
  const setting: WatchSetting = {
    folder: resolve(folder),
    profile: context.text('profile') ?? '',
    action: isShip ? 'ship' : 'import',
  };
  const bugs: unknown[] = [];
  const workers = isShip ? await startWorkers(workspace, { onBug: (error) => bugs.push(error) }) : null;
  try {
    const taken = await watch(workspace, setting, context, () => workers?.booking.wake());
    if (!taken.ok) return taken;
    if (!context.signal.aborted) await workers?.booking.untilIdle(patienceMs);
    if (bugs.length > 0) throw bugs[0];
    const isOpen = taken.value.some(({ state, needsReview }) => state === 'failed' || needsReview > 0);
    return done({ exitCode: isOpen ? 3 : 0, json: { files: taken.value }, human: [] });
  } finally {
    await workers?.stop();
  }
}

export const watchCommand: Command = {
  name: 'watch',
  usage: 'DIR [--profile NAME] [--ship] [--account NAME] [--once] [--practice]',
  does: {
    'zh-CN': '监视文件夹：新订单文件自动导入，移到 done 或 failed',
    en: 'watch a folder: new order files are imported and moved to done or failed',
  },
  options: {
    profile: { type: 'string' },
    ship: { type: 'boolean' },
    account: { type: 'string' },
    once: { type: 'boolean' },
    practice: { type: 'boolean' },
  },
  run: (context) =>
    withWorkspace(context, (workspace) => run(workspace, context), {
      isPracticeWanted: context.flag('practice'),
    }),
};
