import type { WatchView } from '../../../shared/contracts/intake.ts';
import type { OrderComplaint } from '../../../shared/domain/order.ts';
import { listOrderFiles } from '../../imports/listOrderFiles.ts';
import { headerSpellings } from '../../imports/profiles/headerSpellings.ts';
import type { OrderFile } from '../../imports/readOrderFile.ts';
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
import { gate, toError, unwrap } from '../gate.ts';
import { createProgressQueue } from '../progress.ts';
import type { WatchKnowledge } from '../session.ts';
import { readingView } from '../views.ts';

/** Complaints shown after an import; the rest is counted and waits on the Correct screen. */
const attentionLimit = 500;

function summaryOf(report: ImportReport) {
  const {
    recognition: _recognition,
    orderRows: _orderRows,
    source: _source,
    isCancelled: _isCancelled,
    attention,
    ...counts
  } = report;
  return {
    ...counts,
    attention: attention.slice(0, attentionLimit).map(({ code, field, params, orderNo, rowNumber }) => ({
      code,
      field,
      orderNo,
      rowNumber,
      ...(params === undefined ? {} : { params: { ...params } }),
    })),
  };
}

function questionOf({ choices }: NonNullable<OrderFile['recognition']['encodingQuestion']>) {
  return { choices: choices.map((choice) => ({ ...choice, preview: [...choice.preview] })) };
}

function noteOf({ code, field, params }: OrderComplaint) {
  return { code, field, ...(params === undefined ? {} : { params: { ...params } }) };
}

export const importsRouter = {
  list: gate.imports.list.handler(async ({ context, input, errors }) => {
    unwrap(errors, context.session.workspace());
    const { files, refused } = unwrap(errors, await listOrderFiles(input.paths));
    return {
      files: [...files],
      refused: refused.map(({ params, ...rest }) => ({
        ...rest,
        ...(params === undefined ? {} : { params: { ...params } }),
      })),
    };
  }),
  recognise: gate.imports.recognise.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const own = await readOwnDictionary(workspace);
    const options = { ...recognitionOptions(input.overrides), allowIncomplete: true, own };
    const file = unwrap(errors, await workspace.openOrderSource(input.path, options, workspace.divisions));
    await file.close();
    const {
      mapping,
      encodingQuestion,
      otherSheets,
      sampleRows: _rows,
      notes,
      goodsSheet: _goodsSheet,
      ...rest
    } = file.recognition;
    return {
      ...rest,
      mapping: mapping.map((column) => ({ ...column, samples: [...column.samples] })),
      ...(otherSheets === undefined ? {} : { otherSheets: [...otherSheets] }),
      ...(notes === undefined ? {} : { notes: notes.map(noteOf) }),
      ...(encodingQuestion === undefined ? {} : { encodingQuestion: questionOf(encodingQuestion) }),
    };
  }),
  fields: gate.imports.fields.handler(() => Object.keys(headerSpellings)),
  run: gate.imports.run.handler(async function* ({ context, input, errors, signal }) {
    const workspace = unwrap(errors, context.session.workspace());
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
    if (!report.ok) throw toError(errors, report);
    yield {
      kind: 'finished' as const,
      summary: summaryOf(report.value),
      isCancelled: report.value.isCancelled,
    };
  }),
  failedRows: gate.imports.failedRows.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { language } = await readSettings(workspace);
    const options = recognitionOptions(input.overrides);
    return { ...unwrap(errors, await writeFailedFile(workspace, { path: input.path, options, language })) };
  }),
  undoCheck: gate.imports.undoCheck.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { blocked, ...counts } = unwrap(errors, await checkImportUndo(workspace, input.importId));
    return { ...counts, blocked: blocked.slice(0, attentionLimit).map((row) => ({ ...row })) };
  }),
  undo: gate.imports.undo.handler(async ({ context, input, errors }) => ({
    ...unwrap(errors, await undoImport(unwrap(errors, context.session.workspace()), input.importId)),
  })),
  history: gate.imports.history.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const rows = await read.imports.window(input);
    return {
      total: await read.imports.count(),
      rows: rows.map((row) => ({
        importId: row.id,
        file: row.fileName,
        rows: row.rows,
        imported: row.imported,
        duplicates: row.duplicates,
        changed: row.changed,
        needsReview: row.needsReview,
        rejected: row.rejected,
        skipped: row.skipped,
        durationMs: row.durationMs,
        at: row.at,
        profile: row.profile,
        undoneAt: row.undoneAt,
      })),
    };
  }),
};

export const pasteRouter = {
  read: gate.paste.read.handler(async ({ context, input, errors }) => {
    const people = await readPaste(unwrap(errors, context.session.workspace()), input.text);
    return people.map((person) => ({ ...person, reading: readingView(person.reading) }));
  }),
  make: gate.paste.make.handler(async ({ context, input, errors }) => {
    const made = await makePastedOrders(unwrap(errors, context.session.workspace()), input.orders);
    return { importId: made.importId, orders: [...made.orders] };
  }),
  draft: gate.paste.draft.handler(async ({ context, errors }) => ({
    text: (await readDraft(unwrap(errors, context.session.workspace()), pasteDraftName)) ?? '',
  })),
  keepDraft: gate.paste.keepDraft.handler(async ({ context, input, errors }) => {
    await keepDraft(unwrap(errors, context.session.workspace()), pasteDraftName, input.text);
    return input;
  }),
};

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
    unwrap(errors, await changeSettings(workspace, { watch: input.setting }));
    return watchView(workspace, context.session.watchKnowledge);
  }),
  seen: gate.watch.seen.handler(async ({ context, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    await workspace.store.write((write) => write.watchedFiles.markSeen());
    workspace.changed('imports', 'status');
    return watchView(workspace, context.session.watchKnowledge);
  }),
};
