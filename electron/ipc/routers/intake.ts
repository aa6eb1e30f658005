import { basename } from 'node:path';
import type { Asked } from '../../../shared/contracts/contract.ts';
import { intakeContracts } from '../../../shared/contracts/intake.ts';
import { listOrderFiles } from '../../imports/listOrderFiles.ts';
import { headerSpellings } from '../../imports/profiles/headerSpellings.ts';
import { keepDraft, readDraft } from '../../usecases/correcting/acceptance.ts';
import { readOwnDictionary } from '../../usecases/intake/dictionary.ts';
import { writeFailedFile } from '../../usecases/intake/failedFile.ts';
import { importFromDrop } from '../../usecases/intake/importFiles.ts';
import { type ImportProgress, recognitionOptions } from '../../usecases/intake/importOrders.ts';
import { makePastedOrders, pasteDraftName, readPaste } from '../../usecases/intake/pasteOrders.ts';
import { shownRecognition } from '../../usecases/intake/shownRecognition.ts';
import { checkImportUndo, undoImport } from '../../usecases/intake/undoImport.ts';
import { markFailedFilesSeen } from '../../usecases/intake/watch/folderWatch.ts';
import { choosePrinterOrNone } from '../../usecases/printing/printers/choosePrinter.ts';
import { changeSettings, readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { keepImport, keepMessage } from '../../usecases/workstations/away/keepImport.ts';
import { longReadAtBench } from '../atBench.ts';
import { type Call, does, gateOf, refusal, unwrap } from '../gate.ts';
import { pathOf, writesFile } from '../pageFiles.ts';
import { streamWork } from '../progress.ts';
import type { WatchKnowledge } from '../sessionRounds.ts';

const { onSession, onWorkspace } = gateOf(intakeContracts);

/** Complaints shown after an import; the rest is counted and waits on the Correct screen. */
const attentionLimit = 500;

const importsRouter = {
  ...onSession('imports', { fields: () => Object.keys(headerSpellings) }),
  ...onWorkspace('imports', {
    async list(_, { fileTokens }, { session }) {
      const given = unwrap(await session.files.find(fileTokens, ['orders', 'folder', 'dropped']));
      const { files, refused } = unwrap(await listOrderFiles(given));
      const paths = [...new Set(files.map(({ path }) => path))];
      const handed = await session.files.hand(paths, 'orders');
      const tokens = new Map(paths.map((path, at) => [path, handed[at]?.fileToken ?? '']));
      return { files: files.map((file) => ({ ...file, fileToken: tokens.get(file.path) ?? '' })), refused };
    },
    async recognise(workspace, input, call) {
      const { overrides } = input;
      const own = await ownDictionary(workspace, call);
      const options = { ...recognitionOptions(overrides), allowIncomplete: true, own };
      const path = await sourcePath(input, call);
      const file = unwrap(await workspace.openOrderSource(path, options, workspace.divisions));
      await file.close();
      return shownRecognition(file.recognition);
    },
    run: (workspace, input, call) =>
      streamWork((report: (progress: ReportedProgress) => void) =>
        call.session.whileBusy(() => run(workspace, input, report, call)),
      ),
    failedRows: writesFile(async (workspace: Workspace, input: Asked<'imports', 'failedRows'>, call) => {
      const { language } = await readSettings(workspace);
      const path = await sourcePath(input, call);
      const options = recognitionOptions(input.overrides);
      return unwrap(await writeFailedFile(workspace, { path, options, language }));
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

/** As the book has it; while its server is away, as this bench knows it. */
const ownDictionary = (workspace: Workspace, { session: { away } }: Call) =>
  away?.during(workspace, readOwnDictionary) ?? readOwnDictionary(workspace);

/** Where the orders come from; of a paste no more than a name. */
async function sourcePath(
  { fileToken, name, overrides }: Asked<'imports', 'recognise'>,
  call: Call,
): Promise<string> {
  if (overrides?.pasted !== undefined) return basename(name ?? 'clipboard');
  if (fileToken === undefined) throw refusal({ code: 'FILE_TOKEN_GONE' });
  return pathOf(call, fileToken, 'orders', 'dropped');
}

/** The other files of a drop; one that is gone meanwhile is not read beside this one. */
async function besidePaths(beside: Asked<'imports', 'run'>['beside'], { session }: Call) {
  const others = [];
  for (const { fileToken, entry } of beside ?? []) {
    const found = await session.files.find([fileToken], ['orders', 'dropped']);
    if (found.ok) others.push(...found.value.map((path) => ({ path, entry })));
  }
  return others;
}

interface ReportedProgress extends ImportProgress {
  readonly rowsPerSecond: number;
}

async function run(
  workspace: Workspace,
  input: Asked<'imports', 'run'>,
  report: (progress: ReportedProgress) => void,
  call: Call,
) {
  const startedAt = workspace.clock.now();
  const request = {
    path: await sourcePath(input, call),
    overrides: input.overrides,
    isDryRun: false,
    readsOtherSheets: true,
    onProgress: (progress: ImportProgress) => {
      const seconds = Math.max(1, workspace.clock.now() - startedAt) / 1000;
      report({ ...progress, rowsPerSecond: progress.rows / seconds });
    },
    signal: call.signal,
  };
  const beside = await besidePaths(input.beside, call);
  const take = async (at: Workspace, into: typeof importFromDrop) => {
    const { minConfidence } = await readSettings(at);
    const report = unwrap(await into(at, { ...request, minConfidence }, beside));
    const { attention, isCancelled, isGoodsReport = false, ...summary } = report;
    return {
      summary: { ...summary, attention: attention.slice(0, attentionLimit) },
      isCancelled,
      isWaiting: at.isApart === true && !isCancelled && !isGoodsReport,
    };
  };
  const kept = await call.session.away?.reading(workspace, (at) => take(at, keepImport));
  return kept ?? take(workspace, importFromDrop);
}

const pasteRouter = onWorkspace('paste', {
  read: longReadAtBench((workspace, { text }) => readPaste(workspace, text)),
  async make(workspace, { orders }, { session }) {
    const kept = await session.away?.reading(workspace, (at) => keepMessage(at, orders));
    if (kept == null) return { ...(await makePastedOrders(workspace, orders)), isWaiting: false };
    unwrap(kept);
    return { importId: '', orders: [], isWaiting: true };
  },
  draft: longReadAtBench(async (workspace) => ({ text: (await readDraft(workspace, pasteDraftName)) ?? '' })),
  keepDraft: longReadAtBench(async (workspace, input) => {
    await keepDraft(workspace, pasteDraftName, input.text);
    return input;
  }),
});

/** Files shown; the folder itself holds them all. */
const shownFiles = 20;

async function watchView(workspace: Workspace, knowledge: WatchKnowledge) {
  const { read } = workspace.store;
  const files = await read.watchedFiles.window({ offset: 0, limit: shownFiles });
  const { watch } = await readSettings(workspace);
  return {
    setting: watch === null ? null : { ...watch, folderName: basename(watch.folder) },
    ...knowledge,
    failed: await read.watchedFiles.count('failed'),
    files: files.map((file) => ({ ...file, file: file.fileName })),
  };
}

/** The folder just chosen, or the one that is watched already. */
async function watched(
  workspace: Workspace,
  { folderToken, profile, action, printerUri }: NonNullable<Asked<'watch', 'set'>['setting']>,
  call: Call,
) {
  const chosen = folderToken === undefined ? undefined : await pathOf(call, folderToken, 'watch');
  const folder = chosen ?? (await readSettings(workspace)).watch?.folder;
  if (folder === undefined) throw refusal({ code: 'FILE_TOKEN_GONE' });
  if (printerUri === undefined) return { folder, profile, action };
  return { folder, profile, action, printerUri: unwrap(await choosePrinterOrNone(workspace, printerUri)) };
}

const watchRouter = onWorkspace('watch', {
  get: (workspace, _, { session }) => watchView(workspace, session.watchKnowledge),
  async set(workspace, { setting }, call) {
    const watch = setting === null ? null : await watched(workspace, setting, call);
    unwrap(await changeSettings(workspace, { watch }));
    return watchView(workspace, call.session.watchKnowledge);
  },
  async seen(workspace, _, { session }) {
    await markFailedFilesSeen(workspace);
    return watchView(workspace, session.watchKnowledge);
  },
});

export const intakeRouters = { imports: importsRouter, paste: pasteRouter, watch: watchRouter };
