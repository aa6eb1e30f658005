import { readdirSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { OrderState } from '../../../shared/domain/order.ts';
import type { RetentionReason } from '../../../shared/domain/retention/retention.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { ladder } from '../../../shared/rules/backupLadder.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { fileHolds } from '../../imports/fileHolds.ts';
import { redactText } from '../../privacy/redactText.ts';
import { setAsideFolder } from '../../store/backup/swapWorkspace.ts';
import { oldFiles } from '../../store/retention/oldFiles.ts';
import type { RetentionLimits } from '../../store/retention/retentionReads.ts';
import type { Order } from '../../store/schema.ts';
import { listBackups } from '../backups/list.ts';
import { readBackupPlan } from '../backups/plan.ts';
import { contactKeyOf } from '../correcting/memoryKeys.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AskedNumber, codeOfNumber, numberPattern, readAskedNumber } from './askedNumber.ts';
import { believedTime, silentDays } from './retention.ts';

/** Whose data is requested, and why. */
export interface PersonRequest {
  readonly phone: string;
  readonly reason: string;
}

type PersonView = Answered<'retention', 'findPerson'>;

/** Why an order keeps the person's data (empty: it can be erased), and the latest day. */
export interface KeptOrder {
  readonly order: Order;
  readonly keptFor: RetentionReason | '';
  /** null: until an event without a known date. */
  readonly until: number | null;
}

/** Everything that this workspace has about one number. */
export interface PersonRecords {
  readonly number: AskedNumber;
  readonly orders: readonly KeptOrder[];
  /** Orders under the same number with another extension: other people. */
  readonly otherExtensions: number;
  /** Orders of others with the number in their texts. */
  readonly named: readonly KeptOrder[];
  readonly learnedIds: readonly string[];
  readonly drafts: readonly string[];
  /** Drawn labels of these orders. */
  readonly labels: readonly string[];
  /** Files in the results folder that contain the number. */
  readonly results: readonly string[];
}

export interface CheckedRequest {
  readonly number: AskedNumber;
  readonly reason: string;
}

/** The number to search for, and the reason in the form the record may keep for ever. */
export function checkRequest({ phone, reason }: PersonRequest): Outcome<CheckedRequest> {
  const number = readAskedNumber(phone);
  if (number === null) return failure('PERSON_PHONE_UNREADABLE');
  if (reason.trim() === '') return failure('PERSON_NEEDS_REASON');
  return done({ number, reason: redactText(reason.trim(), { hidden: [phone.trim(), number.digits] }) });
}

/** A request ignores the retention time, and a parcel without news for long counts as ended. */
export async function requestLimits(workspace: Pick<Workspace, 'store' | 'clock'>): Promise<RetentionLimits> {
  const { now } = await believedTime(workspace);
  return { endedBefore: Number.MAX_SAFE_INTEGER, silentBefore: now - silentDays * dayMs };
}

/** Everything stored about one number, masked; the request and its reason are recorded before it is shown. */
export async function findPerson(workspace: Workspace, request: PersonRequest): Promise<Outcome<PersonView>> {
  const checked = checkRequest(request);
  if (!checked.ok) return checked;
  const { number, reason } = checked.value;
  const records = await readPersonRecords(workspace, number);
  await workspace.store.write((write) =>
    recordAct(workspace, write, {
      kind: 'person-looked-up',
      what: `${codeOfNumber(workspace, number)} ${records.orders.length}`,
      reason,
    }),
  );
  return done(await viewOf(workspace, records));
}

export async function readPersonRecords(workspace: Workspace, number: AskedNumber): Promise<PersonRecords> {
  const { read } = workspace.store;
  const pattern = numberPattern(number);
  const isNamed = (text: string) => text.search(pattern) !== -1;
  const alike = await read.persons.ordersOf(number.digits);
  const own = alike.filter(({ receiverExtension }) => receiverExtension === number.extension);
  const ids = own.map(({ id }) => id);
  const alikeIds = new Set(alike.map(({ id }) => id));
  const namedIds = (await idsNaming(workspace, number, isNamed)).filter((id) => !alikeIds.has(id));
  const drafts = await read.persons.drafts();
  const holding: string[] = [];
  for (const path of filesIn(workspace.folder, 'results'))
    if (await fileHolds(path, isNamed)) holding.push(path);
  const { digits: phone, extension } = number;
  return {
    number,
    orders: await judged(workspace, ids),
    otherExtensions: alike.length - own.length,
    named: await judged(workspace, namedIds),
    learnedIds: await read.persons.learnedOf(contactKeyOf({ phone, extension })),
    drafts: drafts.filter(({ valueJson }) => isNamed(valueJson)).map(({ name }) => name),
    labels: labelFilesOf(workspace, await read.erasures.printJobs(ids)),
    results: holding,
  };
}

async function idsNaming(
  { store }: Pick<Workspace, 'store'>,
  { digits }: AskedNumber,
  isNamed: (text: string) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  for (let afterId: string | null = ''; afterId !== null; ) {
    const next: Awaited<ReturnType<typeof store.read.persons.naming>> = await store.read.persons.naming(
      digits.slice(-4),
      isNamed,
      afterId,
    );
    found.push(...next.ids);
    afterId = next.lastId;
    await nextTurn();
  }
  return found;
}

/** Parcels that end without news: after that many days they can be erased. */
const silentStates: readonly OrderState[] = ['handed-over', 'in-transit', 'returned'];
const endsSilent = ({ state, platform }: Order): boolean =>
  silentStates.includes(state) || ((state === 'booked' || state === 'packed') && platform === 'manual');

async function judged(workspace: Workspace, ids: readonly string[]): Promise<KeptOrder[]> {
  const { read } = workspace.store;
  if (ids.length === 0) return [];
  const limits = await requestLimits(workspace);
  const standings = new Map((await read.retention.ofOrders(limits, ids)).map((one) => [one.id, one]));
  const orders = await read.orders.byIds(ids);
  return orders.map((order) => {
    const { reason = '', lastWordAt = 0 } = standings.get(order.id) ?? {};
    const isSilent = reason === 'not-delivered' && endsSilent(order);
    return { order, keptFor: reason, until: isSilent ? lastWordAt + silentDays * dayMs : null };
  });
}

/** A label is drawn into a file named after its job. */
export function labelFilesOf(
  { folder }: Pick<Workspace, 'folder'>,
  jobs: readonly { readonly id: string }[],
): string[] {
  const jobIds = new Set(jobs.map(({ id }) => id));
  return filesIn(folder, 'labels').filter((path) => jobIds.has(parse(path).name));
}

const filesIn = (folder: string, name: 'labels' | 'results'): string[] =>
  oldFiles(folder, Number.POSITIVE_INFINITY).filter((path) => path.startsWith(join(folder, name)));

/** The most orders shown; all are counted. */
const mostShown = 200;

/** The view for a person; masked on its way out. */
export async function viewOf(workspace: Workspace, records: PersonRecords): Promise<PersonView> {
  const { number, orders, named, otherExtensions, learnedIds, drafts, labels, results } = records;
  const code = codeOfNumber(workspace, number);
  const erasedAt = await lastErased(workspace, code);
  const first = Math.min(...orders.map(({ order }) => order.createdAt));
  const since = Number.isFinite(first) ? first : erasedAt === null ? null : 0;
  return {
    code,
    phone: number.extension === '' ? number.digits : `${number.digits}-${number.extension}`,
    total: orders.length,
    free: orders.filter(({ keptFor }) => keptFor === '').length,
    orders: orders.slice(-mostShown).reverse().map(shownOrder),
    otherExtensions,
    named: named.length,
    namedKept: named
      .filter(({ keptFor }) => keptFor !== '')
      .slice(-mostShown)
      .map(shownOrder),
    addresses: learnedIds.length,
    drafts: drafts.length,
    labels: labels.length,
    results: results.map((path) => basename(path)),
    erasedAt,
    ...(await elsewhere(workspace, since)),
  };
}

const shownOrder = ({ order, keptFor, until }: KeptOrder): PersonView['orders'][number] => ({
  orderNo: order.orderNo,
  name: order.receiverName,
  state: order.state,
  createdAt: order.createdAt,
  keptFor: keptFor === '' ? null : keptFor,
  until,
});

/** When this number was last erased, according to the record. */
async function lastErased({ store }: Workspace, code: string): Promise<number | null> {
  const acts = await store.read.operatorActs.window({ kinds: ['person-erased'], offset: 0, limit: 10_000 });
  return acts.find(({ what, step }) => step === 'ended' && what.startsWith(code))?.at ?? null;
}

/** Places that erasing does not reach. `since`: when the first of the orders was imported; null: there was none. */
async function elsewhere(
  workspace: Workspace,
  since: number | null,
): Promise<Pick<PersonView, 'backups' | 'isOnServer' | 'setAside' | 'otherBenches' | 'exports'>> {
  const { read } = workspace.store;
  const isOnServer = workspace.workstation.isShared;
  const benches = isOnServer ? await read.workstations.all() : [];
  const left = { isOnServer, setAside: foldersIn(setAsideFolder(workspace.folder)) };
  const otherBenches = benches.filter(
    ({ id, shutOutAt }) => shutOutAt === null && id !== workspace.workstation.id,
  ).length;
  if (since === null) return { ...left, otherBenches, backups: [], exports: 0 };
  const backups = (await listBackups(workspace)).filter(({ madeAt }) => madeAt === null || madeAt >= since);
  const { isScheduled } = await readBackupPlan(workspace);
  const kinds = ['personal-data-exported', 'file-written'] as const;
  return {
    ...left,
    otherBenches,
    backups: backups.map(({ name, place, madeBy, madeAt }) => ({
      name,
      place,
      madeAt,
      goesBy:
        isScheduled && madeBy === 'schedule' && madeAt !== null ? madeAt + ladder.weeks * 7 * dayMs : null,
    })),
    exports: (await read.operatorActs.window({ kinds, from: since, offset: 0, limit: 10_000 })).filter(
      ({ step }) => step !== 'begun' && step !== 'failed',
    ).length,
  };
}

function foldersIn(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    // Nothing was ever set aside.
    return 0;
  }
}
