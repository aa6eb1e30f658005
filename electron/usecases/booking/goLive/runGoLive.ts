import type { GoLiveChecklist } from '../../../../shared/contracts/accounts.ts';
import type { GoLiveStep } from '../../../../shared/domain/booking.ts';
import type { Booking } from '../../../../shared/domain/shipment.ts';
import type { TrackingSnapshot } from '../../../../shared/domain/tracking.ts';
import { done, failure, happened, type Outcome, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import type {
  BookingRequest,
  PlatformAccount,
  PlatformReply,
  TrackRequest,
} from '../../../carriers/kit/carrierPlatform.ts';
import { renderJob } from '../../../printers/renderJob.ts';
import { ownFolderPrinterUri } from '../../../printers/transports/index.ts';
import { errorColumnsOf } from '../../../store/database/storedJson.ts';
import type { GoLiveResult } from '../../../store/schema.ts';
import { isAllowedEndpoint } from '../../accounts/accounts.ts';
import { type OpenAccount, openAccount } from '../../accounts/openAccount.ts';
import { needsRefusal } from '../../platformRecord/capabilityCheck.ts';
import { choosePrinter } from '../../printing/printers/choosePrinter.ts';
import { openPrinter } from '../../printing/printers/openPrinter.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { callOutside, recordCall } from '../callOutside.ts';
import { accountLock, readGoLive } from './checklist.ts';
import { goLiveLabel, goLiveOrder } from './sample.ts';

export interface GoLiveRequest {
  readonly accountId: string;
  /** Empty: the account's own. */
  readonly testMerchantId: string;
  readonly testSecret: string;
  /** Empty: the account's replaced endpoint, the platform's test address, or its production address, in this order. */
  readonly testEndpoint: string;
  /** Empty: the default carrier of Settings. */
  readonly carrier: string;
  /** null: the virtual printer of the workspace. */
  readonly printerUri: string | null;
}

interface Run {
  readonly workspace: Workspace;
  readonly opened: OpenAccount;
  readonly account: PlatformAccount;
  readonly order: BookingRequest;
  readonly printerUri: string;
  readonly results: Map<GoLiveStep, GoLiveResult>;
}

/**
 * The small-order test of one account with test keys: signature, create, query, print, track, cancel. A step that fails ends it,
 * but a number that was created is always given back. Each step is stored with its time; an account that has passed
 * once stays unlocked whatever a later test comes to.
 */
export async function runGoLive(
  workspace: Workspace,
  request: GoLiveRequest,
): Promise<Outcome<GoLiveChecklist>> {
  const opened = await openAccount(workspace, request.accountId);
  if (!opened.ok) return opened;
  const refused = await needsRefusal(workspace, opened.value.row);
  if (refused !== null) return refused;
  const account = testKeys(opened.value, request);
  if (!account.ok) return account;
  const printer = await choosePrinter(workspace, request.printerUri ?? ownFolderPrinterUri);
  if (!printer.ok) return printer;
  const { defaultCarrier } = await readSettings(workspace);
  const run: Run = {
    workspace,
    opened: opened.value,
    account: account.value,
    // Unique for ever: platforms keep a code even after a cancel.
    order: goLiveOrder(`TEST${workspace.nextId()}`, request.carrier || defaultCarrier),
    printerUri: printer.value,
    results: new Map(),
  };
  await walk(run);
  await keep(run);
  workspace.changed('settings', 'status');
  return done(await readGoLive(workspace, opened.value.row, run.results));
}

/** The real keys at the real address are never used to try things out. */
function testKeys({ platform, account, row }: OpenAccount, request: GoLiveRequest): Outcome<PlatformAccount> {
  const { testSystem } = platform.manifest;
  const published = testSystem?.url ?? null;
  const endpoint = request.testEndpoint || account.endpoint || published;
  if (endpoint !== null && endpoint !== published && !isAllowedEndpoint(endpoint))
    return failure('ACCOUNT_ENDPOINT_INVALID');
  const secret = request.testSecret || (account.endpoint === null ? '' : account.secret);
  const merchantId = request.testMerchantId || account.merchantId;
  const isOwnKey = secret === account.secret && merchantId === account.merchantId;
  // A test gateway without encryption must not see the real key either.
  const isReal = isOwnKey && (endpoint === null || (endpoint === published && testSystem?.link === 'plain'));
  if (platform.manifest.isEmbedded) return done(account);
  if (secret === '' || isReal) return failure('ACCOUNT_TEST_KEYS_MISSING', { name: row.name });
  return done({ ...account, merchantId, secret, endpoint });
}

async function walk(run: Run): Promise<void> {
  const { opened, account, order, workspace } = run;
  const { platform } = opened;
  const { ports } = workspace;
  const signed = await step(run, 'signature', () => platform.test(account, ports));
  if (!signed.ok) return;
  const checked = platform.check(order, account);
  const created = await step(run, 'create', async () =>
    checked.ok
      ? platform.book(checked.value, account, ports)
      : { ...checked, certainty: 'did-not-happen' as const },
  );
  if (!created.ok) return;
  const { waybillNo, platformRef } = created.value;
  const isFound = await step(run, 'query', async () =>
    same(await platform.find(order, account, ports), waybillNo),
  );
  if (isFound.ok) {
    await step(run, 'print', () => print(run, created.value));
    await step(run, 'track', async () =>
      ofNumber(await platform.track(trackOf(run, waybillNo), account, ports), waybillNo),
    );
  }
  await step(run, 'cancel', () =>
    platform.void(
      { orderCode: order.orderCode, carrier: order.carrier, waybillNo, platformRef },
      account,
      ports,
    ),
  );
  const cancelled = run.results.get('cancel');
  if (cancelled !== undefined) run.results.set('cancel', { ...cancelled, note: waybillNo });
}

/** Asking must lead to the very number that was created. */
function same(found: PlatformReply<Booking>, waybillNo: string): PlatformReply<Booking> {
  return found.ok && found.value.waybillNo !== waybillNo ? unknownOutcome('CARRIER_WRONG_REPLY') : found;
}

const trackOf = ({ order, workspace }: Run, waybillNo: string): TrackRequest => ({
  waybillNo,
  carrier: order.carrier,
  phoneTail: order.receiver.phone.slice(-4),
  bookedAt: workspace.clock.now(),
});

/** That nothing has happened to it yet is an answer: only who may not ask, or is told of another number, has not passed. */
function ofNumber(tracked: PlatformReply<TrackingSnapshot>, waybillNo: string): PlatformReply<null> {
  if (tracked.ok)
    return tracked.value.waybillNo === waybillNo ? happened(null) : unknownOutcome('CARRIER_WRONG_REPLY');
  return tracked.code === 'CARRIER_NOT_FOUND' ? happened(null) : tracked;
}

async function print(run: Run, booking: Booking): Promise<PlatformReply<null>> {
  const { workspace, order, printerUri } = run;
  const printer = openPrinter(workspace, printerUri);
  if (!printer.ok) return { ...printer, certainty: 'did-not-happen' };
  const { target, transport } = printer.value;
  const rendered = renderJob(goLiveLabel(order, booking, workspace.clock.now()), target, workspace.fonts);
  if (!rendered.ok) return { ...rendered, certainty: 'did-not-happen' };
  const { bytes, png } = rendered.value;
  const sent = await transport.send(target, {
    jobId: workspace.nextId(),
    title: order.orderCode,
    bytes,
    png,
  });
  return sent.ok ? happened(null) : sent;
}

async function step<T>(
  run: Run,
  name: GoLiveStep,
  action: () => Promise<PlatformReply<T>>,
): Promise<PlatformReply<T>> {
  const { workspace, opened, account, order } = run;
  const { outcome, made } = await callOutside(workspace, opened, {
    interfaceName: `golive-${name}`,
    orderCode: order.orderCode,
    send: action,
  });
  run.results.set(name, {
    accountId: opened.row.id,
    step: name,
    state: outcome.ok ? 'passed' : 'failed',
    endpoint: account.endpoint ?? '',
    ...errorColumnsOf(outcome),
    note: '',
    durationMs: made.durationMs,
    at: made.startedAt,
  });
  // Paper is no call to the platform.
  if (name !== 'print') await recordCall(workspace, made);
  return outcome;
}

/** A first test is stored whole, what was not reached included; later ones only add what they passed. */
async function keep({ workspace, opened, results }: Run): Promise<void> {
  const isLocked = (await accountLock(workspace, opened.row)) !== 'unlocked';
  await workspace.store.write(async (write) => {
    if (isLocked) await write.goLive.forget(opened.row.id);
    for (const row of results.values()) if (isLocked || row.state === 'passed') await write.goLive.put(row);
    // Its lock is gone. A refused key is another matter: the test was made with test keys.
    const lane = await write.lanes.of(opened.row.id);
    const hasPassed = [...results.values()].every(({ state }) => state === 'passed');
    if (hasPassed && lane.haltCode === 'ACCOUNT_LOCKED') await write.lanes.lift(opened.row.id);
  });
}
