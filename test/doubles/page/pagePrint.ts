import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { PrinterSetupView } from '../../../shared/contracts/printers.ts';
import type {
  PrintBatchView,
  PrintJobRow,
  PrintRoute,
  PrintRules,
} from '../../../shared/contracts/printing.ts';
import { labelSizes } from '../../../shared/domain/printing/labelDocument.ts';
import { defaultPrinterProfile } from '../../../shared/domain/printing/printer.ts';
import type { PrinterKinds } from '../../../shared/domain/printing/printerAddress.ts';
import { type BatchAct, isPrinted, type MarkedPrints } from '../../../shared/domain/printing/printJob.ts';
import { pageLabelBits } from './pageLabelBits.ts';
import { filters, type PageWorld } from './pageWorld.ts';
import printerKinds from './printerKinds.json' with { type: 'json' };

type Os = ReturnType<typeof implement<typeof contract>>;

const rules: PrintRules = {
  staleAfterMinutes: 240,
  isHeldAfterRestart: true,
  reprintLimit: 5,
  labelOrder: { by: 'chosen', isReversed: false },
  carrierSizes: [],
};

interface ReprintInput {
  readonly orderId: string;
  readonly reason: string;
  readonly approvalIds?: readonly string[] | undefined;
  readonly hasLeft?: boolean | undefined;
}

function isMarked(job: PrintJobRow, { mark, from, to }: MarkedPrints): boolean {
  const at = job.sentAt ?? job.createdAt;
  if (at < from || at >= to) return false;
  if (mark === 'notOut') return job.state === 'failed' || job.state === 'unsure';
  return isPrinted(job.state) && (mark === 'out' || job.copyNo === 1);
}

const actsOn: Readonly<Record<BatchAct, readonly string[]>> = {
  retry: ['failed'],
  hold: ['waiting'],
  release: ['held'],
  cancel: ['waiting', 'held'],
};

const changedTo: Readonly<Record<BatchAct, Partial<PrintJobRow>>> = {
  retry: { state: 'waiting', errorCode: '', errorParams: {} },
  hold: { state: 'held', holdReason: 'batch' },
  release: { state: 'waiting', holdReason: '' },
  cancel: { state: 'failed', errorCode: 'PRINT_CANCELLED', holdReason: '' },
};

/** How far the labels of a batch are. */
function batchOfJobs(id: string, labels: readonly PrintJobRow[]): PrintBatchView {
  const inState = (...states: string[]) => labels.filter(({ state }) => states.includes(state)).length;
  const failed = labels.filter(
    ({ state, errorCode }) => state === 'failed' && errorCode !== 'PRINT_CANCELLED',
  );
  const kinds = new Map(failed.map((job) => [`${job.errorCode} ${JSON.stringify(job.errorParams)}`, job]));
  return {
    id,
    createdAt: id === '' ? null : (labels.at(-1)?.createdAt ?? 0),
    operator: id === 'b0' ? '小周' : '',
    isSingles: false,
    isHeld: labels.some(({ holdReason }) => holdReason === 'batch'),
    labels: labels.length,
    out: inState('accepted', 'confirmed', 'scanned'),
    waiting: inState('waiting'),
    underWay: inState('rendering', 'sending'),
    held: inState('held'),
    unsure: inState('unsure'),
    failed: failed.length,
    failures: [...kinds].map(([kind, { errorCode, errorParams }]) => ({
      errorCode,
      errorParams,
      count: failed.filter((job) => `${job.errorCode} ${JSON.stringify(job.errorParams)}` === kind).length,
    })),
  };
}

/** The print ledger of the page's double. */
export function pagePrint(os: Os, world: PageWorld) {
  const { orders, jobs, own, now, fail, change, changeJob, count, slice, tell, approvals, options } = world;
  let ownRules = rules;
  let routes: PrintRoute[] =
    options.hasPrintRoutes === true
      ? [{ carrier: 'SF', shop: '', size: '', printerUri: own.printers[0]?.uri ?? '' }]
      : [];
  const paused = new Set<string>();
  const held = ({ jobId }: { readonly jobId: string }) =>
    jobs.find(({ id, state }) => id === jobId && (state === 'held' || state === 'waiting'));
  const scanned = (code: string): PrintJobRow =>
    jobs.find(({ waybillNo }) => waybillNo === code.trim()) ?? fail('PRINT_SCAN_UNKNOWN');
  const onSamePrinter = (job: PrintJobRow, ...states: string[]) =>
    jobs
      .filter(({ printerUri, state }) => printerUri === job.printerUri && states.includes(state))
      .sort((one, other) => (one.sentAt ?? 0) - (other.sentAt ?? 0));
  const before = (job: PrintJobRow, state: string) =>
    onSamePrinter(job, state).filter(({ id, sentAt }) => id !== job.id && (sentAt ?? 0) <= (job.sentAt ?? 0));
  const after = (job: PrintJobRow) =>
    onSamePrinter(job, 'accepted', 'confirmed', 'unsure').filter(
      ({ sentAt }) => (sentAt ?? 0) > (job.sentAt ?? 0),
    );
  const retryable = () =>
    jobs.filter(({ state, errorCode }) => state === 'failed' && errorCode !== 'PRINT_CANCELLED');
  const labelsOf = (batchId: string) => jobs.filter((job) => job.batchId === batchId);
  const batches = () =>
    [...new Set(jobs.map(({ batchId }) => batchId))].map((id) => batchOfJobs(id, labelsOf(id)));
  const printers = () =>
    own.printers.map(({ uri, name, state, isDefault }) => {
      const mine = jobs.filter(({ printerUri }) => printerUri === uri);
      const inState = (...states: string[]) => count(mine, (job) => states.includes(job.state));
      return {
        uri,
        name,
        isDefault,
        state: state === 'ready' && inState('unsure') > 0 ? ('unknown' as const) : state,
        why: state === 'ready' && inState('unsure') > 0 ? ('disagrees' as const) : ('device-says' as const),
        askedAt: now() - 20_000,
        isPaused: paused.has(uri),
        backupUri: '',
        size: labelSizes.find((size) => uri.includes(`size=${size}`)) ?? '76x130',
        loadedSize: '' as const,
        waiting: inState('waiting', 'rendering', 'sending'),
        held: inState('held'),
        unconfirmed: inState('accepted'),
        unsure: inState('unsure'),
        lastJobState: mine[0]?.state ?? ('' as const),
        lastJobAt: mine[0]?.settledAt ?? null,
      };
    });
  const reprint = (input: ReprintInput) => {
    const { orderId, reason } = input;
    const first = jobs.find((job) => job.orderId === orderId) ?? fail('ORDER_GONE');
    if (options.haveParcelsLeft === true && input.hasLeft !== true)
      fail('LABEL_PARCEL_HAS_LEFT', { orderNo: first.orderNo });
    const copyNo = count(jobs, (job) => job.orderId === orderId) + 1;
    const isOverLimit = copyNo - 1 > ownRules.reprintLimit;
    if (isOverLimit && own.actor().role === 'owner')
      fail('LABEL_REPRINT_LIMIT', { orderNo: first.orderNo, limit: ownRules.reprintLimit });
    if (isOverLimit) approvals.always('passReprintLimit', input);
    else if (copyNo > 2) approvals.unlessMine(own.actor(), 'reprintAgain', input);
    approvals.spend(input);
    const jobId = `${first.id}-${copyNo}`;
    jobs.unshift({ ...first, id: jobId, copyNo, reason, state: 'confirmed', createdAt: now() });
    tell('printJobs');
    return { jobId, copyNo };
  };
  return {
    window: os.print.window.handler(({ input }) =>
      slice(
        jobs
          .filter((job) => input.state === undefined || job.state === input.state)
          .filter((job) => input.printed === undefined || isMarked(job, input.printed))
          .filter((job) => input.printerUri === undefined || job.printerUri === input.printerUri)
          .filter(({ waybillNo }) => waybillNo.includes(input.search ?? '')),
        input,
      ),
    ),
    batches: os.print.batches.handler(batches),
    batchWindow: os.print.batchWindow.handler(({ input }) =>
      slice(
        batches().flatMap(({ id }) => labelsOf(id)),
        input,
      ),
    ),
    changeBatch: os.print.changeBatch.handler(({ input: { batchId, act } }) => {
      const changed = labelsOf(batchId).filter(({ state }) => actsOn[act].includes(state));
      for (const { id } of changed) changeJob(id, changedTo[act]);
      return { changed: changed.length };
    }),
    counts: os.print.counts.handler(() => {
      const counts: Record<string, number> = { all: jobs.length, retryable: retryable().length };
      for (const { state } of jobs) counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    }),
    preview: os.print.preview.handler(({ input }) => ({
      ...pageLabelBits(input.jobId),
      drawnBy: 'ours' as const,
      gaps: [],
      ownLayoutReason: jobs.find(({ id }) => id === input.jobId)?.ownLayoutReason ?? ('' as const),
    })),
    print: os.print.print.handler(({ input }) => {
      const rows = orders.filter(({ id }) => input.orderIds.includes(id));
      const fresh = rows.filter(filters.unprinted!);
      for (const row of fresh) change(row.id, { printState: 'confirmed' });
      return {
        queued: fresh.length,
        refused: rows
          .filter((row) => !fresh.includes(row))
          .map(({ orderNo }) => ({ orderNo, code: 'ORDER_STATE_REFUSES' })),
      };
    }),
    reprint: os.print.reprint.handler(({ input }) => reprint(input)),
    printFull: os.print.printFull.handler(({ input }) => {
      approvals.unlessMine(own.actor(), 'printFullForm', input);
      const order = orders.find(({ id }) => id === input.orderId);
      if (order !== undefined && filters.unprinted!(order)) {
        approvals.spend(input);
        change(order.id, { printState: 'confirmed' });
        return { copyNo: 1 };
      }
      return { copyNo: reprint(input).copyNo };
    }),
    resolveUnsure: os.print.resolveUnsure.handler(({ input }) =>
      changeJob(input.jobId, { state: input.isPrinted ? 'confirmed' : 'failed', settledAt: now() }),
    ),
    answerUnsure: os.print.answerUnsure.handler(({ input: { jobs: asked, isPrinted } }) => {
      const open = jobs.filter(
        ({ id, state }) => state === 'unsure' && asked.some(({ jobId }) => jobId === id),
      );
      for (const { id } of open)
        changeJob(id, { state: isPrinted ? 'confirmed' : 'waiting', errorCode: '', settledAt: now() });
      return { answered: open.length };
    }),
    retry: os.print.retry.handler(({ input }) => changeJob(input.jobId, { state: 'waiting', errorCode: '' })),
    retryFailed: os.print.retryFailed.handler(() => {
      const again = retryable();
      for (const { id } of again) changeJob(id, { state: 'waiting', errorCode: '', errorParams: {} });
      return { retried: again.length };
    }),
    printers: os.print.printers.handler(printers),
    release: os.print.release.handler(({ input }) => {
      const free = input.jobs.filter((ref) => held(ref) !== undefined);
      for (const { jobId } of free) changeJob(jobId, { state: 'confirmed', holdReason: '', sentAt: now() });
      return { released: free.length };
    }),
    cancel: os.print.cancel.handler(({ input }) => {
      const free = input.jobs.filter((ref) => held(ref) !== undefined);
      for (const { jobId } of free) changeJob(jobId, { state: 'failed', errorCode: 'PRINT_CANCELLED' });
      return { cancelled: free.length };
    }),
    scan: os.print.scan.handler(({ input }) =>
      changeJob(scanned(input.code).id, { state: 'scanned', scannedAt: now() }),
    ),
    planRecovery: os.print.planRecovery.handler(({ input }) => {
      const job = scanned(input.code);
      if (job.printerUri !== input.printerUri) fail('PRINT_SCAN_OTHER_PRINTER');
      return {
        scanned: job,
        confirmed: before(job, 'accepted').length,
        stillUnsure: before(job, 'unsure').length,
        rest: after(job),
      };
    }),
    recover: os.print.recover.handler(({ input }) => {
      const job = scanned(input.code);
      const [confirmed, rest] = [before(job, 'accepted'), after(job)];
      if (rest.map(({ id }) => id).join() !== input.restIds.join()) fail('PRINT_JOB_CHANGED_MEANWHILE');
      const isPrinting = input.rest === 'print';
      changeJob(job.id, { state: 'scanned', errorCode: '' });
      for (const { id } of confirmed) changeJob(id, { state: 'confirmed' });
      for (const { id } of rest) changeJob(id, { state: isPrinting ? 'waiting' : 'unsure' });
      return {
        confirmed: confirmed.length,
        resumed: isPrinting ? rest.length : 0,
        asking: isPrinting ? 0 : rest.length,
      };
    }),
    pause: os.print.pause.handler(({ input }) => {
      if (input.isPaused) paused.add(input.printerUri);
      else paused.delete(input.printerUri);
      tell('printJobs', 'status');
      return printers();
    }),
    rules: os.print.rules.handler(() => ownRules),
    setRules: os.print.setRules.handler(({ input }) => {
      ownRules = { ...ownRules, ...input } as PrintRules;
      tell('settings');
      return ownRules;
    }),
    routes: os.print.routes.handler(() => routes),
    setRoutes: os.print.setRoutes.handler(({ input }) => {
      routes = input.routes;
      tell('settings');
      return routes;
    }),
  };
}

/** Printer setup of the page's double: one queue and one cable to find, one printer that answers. */
export function pagePrinterSetup(os: Os, world: PageWorld) {
  const { own, tell } = world;
  const profiles = new Map<string, PrinterSetupView['profile']>();
  const view = (uri: string): PrinterSetupView => ({
    uri,
    name: own.printers.find((printer) => printer.uri === uri)?.name ?? uri,
    language: /lang=(\w+)/.exec(uri)?.[1] ?? 'tspl',
    dpi: uri.includes('dpi=300') ? 300 : 203,
    size: /size=(\w+)/.exec(uri)?.[1] ?? '76x130',
    can: { density: true, speed: true, gap: true },
    encodings: uri.includes('lang=zpl') ? ['z64', 'acs', 'hex'] : [],
    profile: profiles.get(uri) ?? { ...defaultPrinterProfile },
  });
  const put = (uri: string, patch: object): PrinterSetupView => {
    profiles.set(uri, { ...view(uri).profile, ...patch });
    tell('settings', 'status');
    return view(uri);
  };
  return {
    kinds: os.printerSetup.kinds.handler(() => printerKinds as PrinterKinds),
    find: os.printerSetup.find.handler(() => ({
      printers: [
        {
          uri: 'spool://Gprinter%20GP-1324D',
          name: 'Gprinter GP-1324D',
          kind: 'spooler' as const,
          state: 'ready' as const,
          isOffice: null,
          isKnown: false,
        },
        {
          uri: 'file:///dev/usb/lp0',
          name: '/dev/usb/lp0',
          kind: 'usb' as const,
          state: 'unknown' as const,
          isOffice: null,
          isKnown: false,
        },
        {
          uri: 'spool://HP%20LaserJet%20M227',
          name: 'HP LaserJet M227',
          kind: 'spooler' as const,
          state: 'ready' as const,
          isOffice: true,
          isKnown: false,
        },
      ],
      unavailable: [{ transport: 'serial', code: 'PRINTER_TRANSPORT_UNAVAILABLE' }],
    })),
    probe: os.printerSetup.probe.handler(({ input }) => {
      const isReachable = !input.uri.includes('203.0.113.');
      return {
        isReachable,
        state: isReachable ? ('ready' as const) : ('offline' as const),
        why: isReachable ? ('device-says' as const) : ('unreachable' as const),
        answersStatus: isReachable,
        languages: isReachable ? ['tspl'] : [],
        errorCode: isReachable ? '' : 'PRINTER_UNREACHABLE',
        durationMs: 40,
      };
    }),
    get: os.printerSetup.get.handler(({ input }) => view(input.uri)),
    save: os.printerSetup.save.handler(({ input }) => {
      const known = own.printers.find(({ uri }) => uri === input.uri);
      if (known === undefined)
        own.printers.push({
          uri: input.uri,
          name: input.name,
          state: 'ready',
          isDefault: own.printers.length === 0,
        });
      return { ...put(input.uri, input.profile), name: input.name };
    }),
    print: os.printerSetup.print.handler(() => ({ ok: true, errorCode: '' })),
    calibrate: os.printerSetup.calibrate.handler(({ input }) =>
      put(input.uri, { offsetXTenthMm: input.leftTenthMm, offsetYTenthMm: input.topTenthMm }),
    ),
  };
}
