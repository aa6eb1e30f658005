import { listOrderFiles } from '../../imports/listOrderFiles.ts';
import { headerSpellings } from '../../imports/profiles/headerSpellings.ts';
import { keepDraft, readDraft } from '../../usecases/correcting/acceptance.ts';
import { readOwnDictionary } from '../../usecases/intake/dictionary.ts';
import { writeFailedFile } from '../../usecases/intake/failedFile.ts';
import { importBeside } from '../../usecases/intake/importFiles.ts';
import {
  type ImportProgress,
  type ImportReport,
  recognitionOptions,
} from '../../usecases/intake/importOrders.ts';
import { makePastedOrders, pasteDraftName, readPaste } from '../../usecases/intake/pasteOrders.ts';
import { checkImportUndo, undoImport } from '../../usecases/intake/undoImport.ts';
import { changeSettings, readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, opened, refusal, unwrap } from '../gate.ts';
import { createProgressQueue } from '../progress.ts';
import type { WatchKnowledge } from '../session.ts';

/** Complaints shown after an import; the rest is counted and waits on the Correct screen. */
const attentionLimit = 500;

function summaryOf({ attention, ...report }: ImportReport) {
  return { ...report, attention: attention.slice(0, attentionLimit) };
}

const importsRouter = {
  list: opened.imports.list.handler(async ({ input }) => unwrap(await listOrderFiles(input.paths))),
  recognise: opened.imports.recognise.handler(async ({ context: { workspace }, input }) => {
    const own = await readOwnDictionary(workspace);
    const options = { ...recognitionOptions(input.overrides), allowIncomplete: true, own };
    const file = unwrap(await workspace.openOrderSource(input.path, options, workspace.divisions));
    await file.close();
    return file.recognition;
  }),
  fields: gate.imports.fields.handler(() => Object.keys(headerSpellings)),
  run: opened.imports.run.handler(async function* ({ context: { workspace }, input, signal }) {
    const { minConfidence } = await readSettings(workspace);
    const startedAt = workspace.clock.now();
    const queue = createProgressQueue<ImportProgress>();
    const request = {
      path: input.path,
      overrides: input.overrides,
      minConfidence,
      isDryRun: false,
      readsOtherSheets: true,
      onProgress: queue.push,
      ...(signal === undefined ? {} : { signal }),
    };
    const run = importBeside(workspace, request, input.beside ?? []).finally(queue.end);
    for await (const progress of queue.items()) {
      const seconds = Math.max(1, workspace.clock.now() - startedAt) / 1000;
      yield { kind: 'progress' as const, ...progress, rowsPerSecond: progress.rows / seconds };
    }
    const report = await run;
    if (!report.ok) throw refusal(report);
    yield {
      kind: 'finished' as const,
      summary: summaryOf(report.value),
      isCancelled: report.value.isCancelled,
    };
  }),
  failedRows: opened.imports.failedRows.handler(async ({ context: { workspace }, input }) => {
    const { language } = await readSettings(workspace);
    const options = recognitionOptions(input.overrides);
    return unwrap(await writeFailedFile(workspace, { path: input.path, options, language }));
  }),
  undoCheck: opened.imports.undoCheck.handler(async ({ context: { workspace }, input }) => {
    const { blocked, ...counts } = unwrap(await checkImportUndo(workspace, input.importId));
    return { ...counts, blocked: blocked.slice(0, attentionLimit) };
  }),
  undo: opened.imports.undo.handler(async ({ context: { workspace }, input }) =>
    unwrap(await undoImport(workspace, input.importId)),
  ),
  history: opened.imports.history.handler(async ({ context: { workspace }, input }) => {
    const { read } = workspace.store;
    const rows = await read.imports.window(input);
    return {
      total: await read.imports.count(),
      rows: rows.map((row) => ({ ...row, importId: row.id, file: row.fileName })),
    };
  }),
};

const pasteRouter = {
  read: opened.paste.read.handler(({ context: { workspace }, input }) => readPaste(workspace, input.text)),
  make: opened.paste.make.handler(({ context: { workspace }, input }) =>
    makePastedOrders(workspace, input.orders),
  ),
  draft: opened.paste.draft.handler(async ({ context: { workspace } }) => ({
    text: (await readDraft(workspace, pasteDraftName)) ?? '',
  })),
  keepDraft: opened.paste.keepDraft.handler(async ({ context: { workspace }, input }) => {
    await keepDraft(workspace, pasteDraftName, input.text);
    return input;
  }),
};

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

const watchRouter = {
  get: opened.watch.get.handler(({ context: { workspace, session } }) =>
    watchView(workspace, session.watchKnowledge),
  ),
  set: opened.watch.set.handler(async ({ context: { workspace, session }, input }) => {
    unwrap(await changeSettings(workspace, { watch: input.setting }));
    return watchView(workspace, session.watchKnowledge);
  }),
  seen: opened.watch.seen.handler(async ({ context: { workspace, session } }) => {
    await workspace.store.write((write) => write.watchedFiles.markSeen());
    workspace.changed('imports', 'status');
    return watchView(workspace, session.watchKnowledge);
  }),
};

export const intakeRouters = { imports: importsRouter, paste: pasteRouter, watch: watchRouter };
