import type { WatchView } from '../../../shared/contracts/watchContract.ts';
import { readSettings, saveSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, unwrap } from '../gate.ts';
import type { WatchKnowledge } from '../session.ts';

/** Files shown; the folder itself holds them all. */
const shownFiles = 20;

async function watchView(workspace: Workspace, knowledge: WatchKnowledge): Promise<WatchView> {
  const { read } = workspace.store;
  const files = await read.watchedFiles.window({ offset: 0, limit: shownFiles });
  return {
    setting: (await readSettings(workspace)).watch,
    ...knowledge,
    failed: await read.watchedFiles.count('failed'),
    files: files.map(({ fileName: file, state, code, at }) => ({ file, state, code, at })),
  };
}

export const watchRouter = {
  get: gate.watch.get.handler(({ context, errors }) =>
    watchView(unwrap(errors, context.session.workspace()), context.session.watchKnowledge),
  ),
  set: gate.watch.set.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await saveSettings(workspace, { watch: input.setting }));
    return watchView(workspace, context.session.watchKnowledge);
  }),
  seen: gate.watch.seen.handler(async ({ context, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    await workspace.store.write((write) => write.watchedFiles.markSeen());
    workspace.changed('imports', 'status');
    return watchView(workspace, context.session.watchKnowledge);
  }),
};
