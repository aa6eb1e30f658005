import {
  isByHand,
  type SetUpItem,
  type SetUpPhase,
  type SetUpState,
  setUpItem,
  setUpItems,
} from '../../../shared/domain/platformRecord/setUp.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import type { Account } from '../../store/schema.ts';
import { readBackupFacts } from '../backups/plan.ts';
import { readGoLive } from '../booking/goLive/checklist.ts';
import { readBookingHealth } from '../booking/health.ts';
import { recordAct } from '../operators/acts.ts';
import { readSettings } from '../workspace/settings.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { coverageOf, wantedCarriers } from './coverage.ts';
import { type PlatformRecord, readPlatformRecord } from './record.ts';
import { readRequirements } from './requirements.ts';

export interface SetUpLine {
  readonly item: SetUpItem;
  readonly phase: SetUpPhase;
  readonly state: SetUpState;
  readonly isByHand: boolean;
  /** Who ticked it and when; of an item that is ticked by hand. */
  readonly tickedBy: string;
  readonly tickedAt: number | null;
}

export interface SetUp {
  readonly lines: readonly SetUpLine[];
  /** The first phase with something open; null: everything is done. */
  readonly phase: SetUpPhase | null;
  /** null: nobody knows when it began, or no label has come out yet. */
  readonly madeAt: number | null;
  readonly firstLabelAt: number | null;
}

/** How far the shop is on its way to everyday work: read from how things stand, and from what a person ticked. */
export async function readSetUp(workspace: Workspace): Promise<SetUp> {
  const { platformRecords } = workspace.store.read;
  const ticks = new Map((await platformRecords.ticks()).map((tick) => [tick.item, tick]));
  const { madeAt, labelAt } = await platformRecords.firstDays();
  const states = { ...(await listStates(workspace)), ...(await deskStates(workspace, labelAt !== null)) };
  const lines = setUpItems.map((item): SetUpLine => {
    const tick = ticks.get(item);
    return {
      item,
      phase: setUpItem(item).phase,
      state: isByHand(item) ? (tick === undefined ? 'open' : 'done') : (states[item] ?? 'unknown'),
      isByHand: isByHand(item),
      tickedBy: tick?.tickedBy ?? '',
      tickedAt: tick?.at ?? null,
    };
  });
  const isOpen = ({ state }: SetUpLine) => state === 'open' || state === 'unknown';
  return { lines, phase: lines.find(isOpen)?.phase ?? null, madeAt, firstLabelAt: labelAt };
}

/** Only a person knows of these: a rehearsal, a contract that was read. */
export async function tickSetUp(
  workspace: Workspace,
  { item, isDone }: { readonly item: SetUpItem; readonly isDone: boolean },
): Promise<Outcome<SetUp>> {
  if (!isByHand(item)) return failure('SETUP_NOT_BY_HAND');
  await change(workspace, ['platformRecord'], async (write) => {
    if (isDone) {
      const tick = { item, at: workspace.clock.now(), tickedBy: workspace.actor.name };
      await write.platformRecords.putTick(tick);
    } else await write.platformRecords.removeTick(item);
    await recordAct(workspace, write, { kind: 'set-up-ticked', what: item });
  });
  return done(await readSetUp(workspace));
}

type States = Partial<Record<SetUpItem, SetUpState>>;

const doneIf = (isDone: boolean): SetUpState => (isDone ? 'done' : 'open');

/** Of every one of some things, none is nothing to be done for. */
function everyOne<T>(things: readonly T[], isDone: (thing: T) => boolean): SetUpState {
  return things.length === 0 ? 'open' : doneIf(things.every(isDone));
}

/** Neither practice nor a test account: with a replaced address nothing is locked, and nothing is proven. */
async function realAccounts({ store, platforms }: Workspace): Promise<Account[]> {
  const accounts = await store.read.accounts.all();
  return accounts.filter(
    ({ platform, endpoint }) =>
      endpoint === null && platformById(platforms, platform)?.manifest.isEmbedded === false,
  );
}

/** What the list, the accounts and their records say. */
async function listStates(workspace: Workspace): Promise<States> {
  const requirements = await readRequirements(workspace);
  const { list, missing, unconfirmed, exportedAt, needs } = requirements;
  const accounts = await realAccounts(workspace);
  const records = await recordsOf(workspace, accounts);
  const isListed = missing.length === 0;
  const isMet = needs.every((need) => need.isMet || !need.isBlocking);
  return {
    'list-complete': doneIf(isListed),
    'list-confirmed': doneIf(isListed && unconfirmed.length === 0),
    'list-exported': doneIf(exportedAt !== null),
    'account-added': doneIf(accounts.length > 0),
    'needs-met': accounts.length === 0 ? 'open' : isListed ? doneIf(isMet) : 'unknown',
    'carriers-covered': accounts.length === 0 ? 'open' : await coveredState(workspace, accounts, list),
    'terms-noted': everyOne(
      records,
      ({ support: { terms } }) => terms.hours !== null && terms.answerMinutes !== null,
    ),
    'compliance-proven': everyOne(records, ({ dimensions }) =>
      dimensions.some(({ dimension, verdict }) => dimension === 'compliance' && verdict === 'good'),
    ),
  };
}

async function recordsOf(workspace: Workspace, accounts: readonly Account[]): Promise<PlatformRecord[]> {
  const read = await Promise.all(accounts.map(({ id }) => readPlatformRecord(workspace, id)));
  return read.flatMap((one) => (one.ok ? [one.value] : []));
}

/** Each carrier and country by one of the accounts; that another does not serve it does not matter. */
async function coveredState(
  workspace: Workspace,
  accounts: readonly Account[],
  list: Parameters<typeof coverageOf>[1],
): Promise<SetUpState> {
  const carriers = await wantedCarriers(workspace, list);
  const coverages = accounts.flatMap(({ platform }) => {
    const manifest = platformById(workspace.platforms, platform)?.manifest;
    return manifest === undefined ? [] : [coverageOf(manifest, list, carriers)];
  });
  const isOpenEverywhere = (codes: readonly string[], kind: 'uncoveredCarriers' | 'uncoveredCountries') =>
    codes.some((code) => coverages.every((coverage) => coverage[kind].includes(code)));
  const isLacking =
    isOpenEverywhere(carriers, 'uncoveredCarriers') ||
    isOpenEverywhere(coverages[0]?.countries ?? [], 'uncoveredCountries');
  if (isLacking) return 'open';
  // Of carriers nobody has named it cannot be said that they are covered.
  const isNamed = list.carriers.length > 0 || coverages.some(({ verdict }) => verdict === 'good');
  if (!isNamed) return 'unknown';
  return coverages.some(({ unknownCountries }) => unknownCountries.length === 0) ? 'done' : 'unknown';
}

/** What the workspace itself shows: tests, printers, first work, protection. */
async function deskStates(workspace: Workspace, isLabelOut: boolean): Promise<States> {
  const { read } = workspace.store;
  const settings = await readSettings(workspace);
  const lists = await Promise.all(
    (await realAccounts(workspace)).map((account) => readGoLive(workspace, account)),
  );
  const health = await readBookingHealth(workspace);
  const backups = await readBackupFacts(workspace, false);
  const channels = await read.alarmChannels.all();
  const hasPassed = (step: string) =>
    everyOne(lists, ({ steps }) => steps.some((one) => one.step === step && one.state === 'passed'));
  return {
    'sender-set': doneIf(settings.sender !== null),
    'printer-added': doneIf((await read.printers.all()).length > 0),
    'orders-imported': doneIf((await read.orders.window({}, { offset: 0, limit: 1 })).length > 0),
    'label-printed': doneIf(isLabelOut),
    'golive-passed': everyOne(lists, ({ lock }) => lock !== 'locked'),
    'tracking-tried': hasPassed('track'),
    'signature-proven': hasPassed('signature'),
    'backup-made': doneIf(backups.lastBackupAt !== null),
    'backup-elsewhere': doneIf(backups.secondSince !== null),
    'backup-account': everyOne(
      health.filter(({ lock }) => lock !== 'none' && lock !== 'test'),
      ({ fallback }) => fallback !== 'wait',
    ),
    'alarm-tested': doneIf(channels.some(({ lastSentAt }) => lastSentAt !== null)),
    'operators-added': doneIf((await read.operators.active()).length > 0),
  };
}
