import type { Asked } from '../../../shared/contracts/contract.ts';
import { listOrderFiles } from '../../imports/listOrderFiles.ts';
import { headerSpellings } from '../../imports/profiles/headerSpellings.ts';
import { keepDraft, readDraft } from '../../usecases/correcting/acceptance.ts';
import { readOwnDictionary } from '../../usecases/intake/dictionary.ts';
import { writeFailedFile } from '../../usecases/intake/failedFile.ts';
import { importBeside } from '../../usecases/intake/importFiles.ts';
import { type ImportProgress, recognitionOptions } from '../../usecases/intake/importOrders.ts';
import { makePastedOrders, pasteDraftName, readPaste } from '../../usecases/intake/pasteOrders.ts';
import { checkImportUndo, undoImport } from '../../usecases/intake/undoImport.ts';
import { changeSettings, readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, onSession, onWorkspace, unwrap } from '../gate.ts';
import { streamWork } from '../progress.ts';
import type { WatchKnowledge } from '../session.ts';

/** Complaints shown after an import; the rest is counted and waits on the Correct screen. */
const attentionLimit = 500;

const importsRouter = {
  ...onSession('imports', { fields: () => Object.keys(headerSpellings) }),
  ...onWorkspace('imports', {
    list: does((_, { paths }) => listOrderFiles(paths)),
    async recognise(workspace, { path, overrides }) {
      const own = await readOwnDictionary(workspace);
      const options = { ...recognitionOptions(overrides), allowIncomplete: true, own };
      const file = unwrap(await workspace.openOrderSource(path, options, workspace.divisions));
      await file.close();
      return file.recognition;
    },
    run: (workspace, input, { signal }) =>
      streamWork((report: (progress: ReportedProgress) => void) => run(workspace, input, report, signal)),
    failedRows: does(async (workspace, { path, overrides }) => {
      const { language } = await readSettings(workspace);
      return writeFailedFile(workspace, { path, options: recognitionOptions(overrides), language });
    }),
    undoCheck: does(
      (workspace, { importId }) => checkImportUndo(workspace, importId),
      ({ blocked, ...counts }) => ({ ...counts, blocked: blocked.slice(0, attentionLimit) }),
    ),
    undo: does((workspace, { importId }) => undoImport(workspace, importId)),
    async history(workspace, input) {
      const { read } = workspace.store;
      const rows = await read.imports.window(input);
      return {
        total: await read.imports.count(),
        rows: rows.map((row) => ({ ...row, importId: row.id, file: row.fileName })),
      };
    },
  }),
};

interface ReportedProgress extends ImportProgress {
  readonly rowsPerSecond: number;
}

async function run(
  workspace: Workspace,
  { path, overrides, beside = [] }: Asked<'imports', 'run'>,
  report: (progress: ReportedProgress) => void,
  signal: AbortSignal | undefined,
) {
  const { minConfidence } = await readSettings(workspace);
  const startedAt = workspace.clock.now();
  const request = {
    path,
    overrides,
    minConfidence,
    isDryRun: false,
    readsOtherSheets: true,
    onProgress: (progress: ImportProgress) => {
      const seconds = Math.max(1, workspace.clock.now() - startedAt) / 1000;
      report({ ...progress, rowsPerSecond: progress.rows / seconds });
    },
    signal,
  };
  const { attention, ...summary } = unwrap(await importBeside(workspace, request, beside));
  return {
    summary: { ...summary, attention: attention.slice(0, attentionLimit) },
    isCancelled: summary.isCancelled,
  };
}

const pasteRouter = onWorkspace('paste', {
  read: (workspace, { text }) => readPaste(workspace, text),
  make: (workspace, { orders }) => makePastedOrders(workspace, orders),
  draft: async (workspace) => ({ text: (await readDraft(workspace, pasteDraftName)) ?? '' }),
  async keepDraft(workspace, input) {
    await keepDraft(workspace, pasteDraftName, input.text);
    return input;
  },
});

/** Files shown; the folder itself holds them all. */
const shownFiles = 20;

async function watchView(workspace: Workspace, knowledge: WatchKnowledge) {
  const { read } = workspace.store;
  const files = await read.watchedFiles.window({ offset: 0, limit: shownFiles });
  return {
    setting: (await readSettings(workspace)).watch,
    ...knowledge,
    failed: await read.watchedFiles.count('failed'),
    files: files.map((file) => ({ ...file, file: file.fileName })),
  };
}

const watchRouter = onWorkspace('watch', {
  get: (workspace, _, { session }) => watchView(workspace, session.watchKnowledge),
  async set(workspace, { setting }, { session }) {
    unwrap(await changeSettings(workspace, { watch: setting }));
    return watchView(workspace, session.watchKnowledge);
  },
  async seen(workspace, _, { session }) {
    await workspace.store.write((write) => write.watchedFiles.markSeen());
    workspace.changed('imports', 'status');
    return watchView(workspace, session.watchKnowledge);
  },
});

export const intakeRouters = { imports: importsRouter, paste: pasteRouter, watch: watchRouter };
