import type { FollowCost, PastedRow } from '../../../../shared/contracts/tracking/followNumbers.ts';
import { carrierRow } from '../../../../shared/domain/carriers/carrierTable.ts';
import { mostPastedNumbers, type PastedState } from '../../../../shared/domain/numberRecognition.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Account, TrackedParcel } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { daysFor, leftForPlan } from '../../../tracking/dayBudget.ts';
import {
  type Candidate,
  numberShape,
  type Recognition,
  recogniseNumber,
  tidyNumber,
  withPlatform,
} from '../../../tracking/recogniseNumber.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import { callAndRecord } from '../../booking/callOutside.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { askingAccount } from '../askingAccount.ts';
import { meterOf, readMeter } from '../budgets.ts';
import { accountsByMeter, dueByGroup } from '../pollingRound.ts';
import { nothingKnown } from '../storeSnapshot.ts';
import { numberLike, type PastedNumber, readPasted } from './readPasted.ts';

export interface Paste {
  readonly rows: readonly PastedRow[];
  readonly doubles: number;
  readonly tooMany: number;
  readonly costs: readonly FollowCost[];
}

/** Parses pasted text by the forms of numbers, and estimates the cost of following them. Asks no platform. */
export async function readPaste(workspace: Workspace, text: string): Promise<Paste> {
  const pasted = readPasted(text);
  const once = [...new Map(pasted.map((one) => [one.waybillNo, one])).values()];
  const taken = firstOf(once);
  const known = await workspace.store.read.tracking.byWaybills(taken.map(({ waybillNo }) => waybillNo));
  const followed = new Map(known.map((row) => [row.waybillNo, row]));
  const chosen = await chosenShapes(workspace);
  const rows = taken.map((one) => pastedRow(one, followed.get(one.waybillNo), chosen));
  return {
    rows,
    doubles: pasted.length - once.length,
    tooMany: Math.max(0, once.filter(isNumber).length - mostPastedNumbers),
    costs: await costsOf(workspace, rows),
  };
}

/** The most numbers per paste; lines without a number are listed separately and do not count. */
function firstOf(pasted: readonly PastedNumber[]): PastedNumber[] {
  const budget = { number: mostPastedNumbers, words: mostPastedWords };
  return pasted.filter((one) => budget[isNumber(one) ? 'number' : 'words']-- > 0);
}

const isNumber = ({ waybillNo }: PastedNumber): boolean => numberLike.test(waybillNo);

/** The most lines without a number; more add nothing. */
const mostPastedWords = 100;

async function chosenShapes({ store }: Workspace): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.read.numberShapes.all()).map(({ shape, carrier }) => [shape, carrier]));
}

function pastedRow(
  { waybillNo, carrier: givenCarrier, phoneTail }: PastedNumber,
  followed: TrackedParcel | undefined,
  chosen: ReadonlyMap<string, string>,
): PastedRow {
  const recognised = recogniseNumber(waybillNo, chosen);
  const candidates = recognised.kind === 'invalid' ? [] : shown(recognised.candidates);
  const sure = recognised.kind === 'sure' ? recognised.carrier : '';
  const carrier = followed?.carrier || givenCarrier || sure;
  const isInvalid = recognised.kind === 'invalid' && followed === undefined;
  const state: PastedState =
    followed !== undefined ? 'known' : isInvalid ? 'invalid' : carrier === '' ? 'choice' : 'new';
  return {
    waybillNo: waybillNo.slice(0, 40),
    state,
    carrier: isInvalid ? '' : carrier,
    candidates,
    reason: isInvalid ? recognised.reason : null,
    phoneTail,
    needsPhoneTail: state === 'new' && phoneTail === '' && carrierRow(carrier)?.needsPhoneTail === true,
  };
}

const shown = (candidates: readonly Candidate[]): PastedRow['candidates'] =>
  candidates.slice(0, 8).map(({ score, ...one }) => ({ ...one, score: Math.round(score * 100) }));

async function costsOf(workspace: Workspace, rows: readonly PastedRow[]): Promise<FollowCost[]> {
  const { read } = workspace.store;
  const accounts = await read.accounts.all();
  const questions = new Map<string, number>();
  for (const { state, carrier } of rows) {
    const account =
      state === 'new' || state === 'choice'
        ? askingAccount(accounts, workspace.platforms, carrier)
        : undefined;
    if (account !== undefined) questions.set(meterOf(account), (questions.get(meterOf(account)) ?? 0) + 1);
  }
  const now = workspace.clock.now();
  const costs: FollowCost[] = [];
  for (const [meter, ofMeter] of accountsByMeter(accounts)) {
    const questionCount = questions.get(meter) ?? 0;
    if (questionCount === 0) continue;
    const { budget } = await readMeter(workspace, read, ofMeter[0]);
    const due = (await dueByGroup(workspace, ofMeter, now)).reduce((sum, { count }) => sum + count, 0);
    costs.push({
      accountId: ofMeter[0].id,
      accountName: ofMeter[0].name,
      questions: questionCount,
      leftForPlan: leftForPlan(budget, now),
      perDay: budget.perDay,
      days: daysFor(due + questionCount, budget, now),
    });
  }
  return costs;
}

interface RecognisedNumber {
  readonly waybillNo: string;
  /** Empty: still undecided. */
  readonly carrier: string;
  readonly candidates: PastedRow['candidates'];
}

/** Asks the platform for the carriers of these numbers, and weighs its answer against their forms. */
export async function recogniseByPlatform(
  workspace: Workspace,
  waybillNos: readonly string[],
): Promise<{ readonly rows: readonly RecognisedNumber[]; readonly errorCode: ErrorCode | '' }> {
  const rows: RecognisedNumber[] = [];
  let errorCode: ErrorCode | '' = '';
  for (const typed of waybillNos) {
    const waybillNo = tidyNumber(typed);
    const own = recogniseNumber(waybillNo, await chosenShapes(workspace));
    const recognised: Outcome<Recognition> =
      own.kind === 'choice' && errorCode === '' ? await askCarriers(workspace, waybillNo, own) : done(own);
    if (!recognised.ok) errorCode = recognised.code;
    const { kind, ...rest } = recognised.ok ? recognised.value : own;
    rows.push({
      waybillNo,
      carrier: kind === 'sure' && 'carrier' in rest ? rest.carrier : '',
      candidates: 'candidates' in rest ? shown(rest.candidates) : [],
    });
  }
  return { rows, errorCode };
}

async function askCarriers(
  workspace: Workspace,
  waybillNo: string,
  own: Extract<Recognition, { readonly kind: 'choice' }>,
): Promise<Outcome<Recognition>> {
  const account = askingAccount(await workspace.store.read.accounts.all(), workspace.platforms, '');
  if (account === undefined) return failure('ACCOUNT_MISSING');
  const opened = await openAccount(workspace, account.id);
  if (!opened.ok) return opened;
  const { platform, account: unsealed } = opened.value;
  const { outcome } = await callAndRecord(workspace, opened.value, {
    interfaceName: 'recognise',
    pace: 'ask',
    send: () => platform.recognise(waybillNo, unsealed, workspace.ports),
  });
  return outcome.ok
    ? done(withPlatform(own.candidates, outcome.value))
    : failure(outcome.code, outcome.params);
}

/** The carrier of one number: by its form, otherwise from the platform. Empty: the platform finds it when asked. */
export async function carrierOfNumber(workspace: Workspace, waybillNo: string): Promise<string> {
  const { rows } = await recogniseByPlatform(workspace, [waybillNo]);
  const [row] = rows;
  // A carrier named by only one of the two is worth trying: the platform answers for the right carrier or for none.
  return row?.carrier || (row?.candidates.length === 1 ? (row.candidates[0]?.carrier ?? '') : '');
}

export interface FollowedNumbers {
  readonly followed: number;
  readonly known: number;
  readonly refused: readonly { readonly waybillNo: string; readonly code: ErrorCode }[];
}

/** Follows foreign numbers; a person's choice for an undecided one is remembered for similar ones. */
export async function followNumbers(
  workspace: Workspace,
  rows: readonly PastedNumber[],
): Promise<FollowedNumbers> {
  const { read } = workspace.store;
  const accounts = await read.accounts.all();
  const refused: { readonly waybillNo: string; readonly code: ErrorCode }[] = [];
  const wanted: (PastedNumber & { readonly account: Account })[] = [];
  for (const row of rows) {
    const waybillNo = tidyNumber(row.waybillNo);
    const account = askingAccount(accounts, workspace.platforms, row.carrier);
    const code = refusalOf({ ...row, waybillNo }, account);
    if (code !== null) refused.push({ waybillNo: waybillNo.slice(0, 40), code });
    else if (account !== undefined) wanted.push({ ...row, waybillNo, account });
  }
  const now = workspace.clock.now();
  const known = await workspace.store.write(async (write) => {
    let count = 0;
    for (const row of wanted) count += (await followOne(write, row, now)) ? 0 : 1;
    return count;
  });
  if (wanted.length > 0) workspace.changed('tracking', 'status');
  return { followed: wanted.length - known, known, refused };
}

function refusalOf({ waybillNo, carrier }: PastedNumber, account: Account | undefined): ErrorCode | null {
  const recognised = recogniseNumber(waybillNo);
  // A carrier chosen by a person may have forms unknown here.
  const isNone = recognised.kind === 'invalid' && (recognised.reason === 'form' || carrier === '');
  if (isNone) return 'WAYBILL_INVALID';
  return account === undefined ? 'ACCOUNT_MISSING' : null;
}

/** false: it is followed already. A carrier given now replaces one that was only recognised. */
async function followOne(
  write: Repositories,
  { waybillNo, carrier, phoneTail, account }: PastedNumber & { readonly account: Account },
  now: number,
): Promise<boolean> {
  const recognised = recogniseNumber(waybillNo);
  const isDecided = carrier !== '' && recognised.kind === 'choice';
  if (isDecided) await write.numberShapes.put(numberShape(waybillNo), carrier, now);
  const row = await write.tracking.byWaybill(waybillNo);
  if (row !== undefined) {
    // For our own bookings the carrier is known.
    const isOther = row.orderId === '' && carrier !== '' && carrier !== row.carrier;
    const isTold = row.orderId === '' && phoneTail !== '' && phoneTail !== row.phoneTail;
    if (isOther || isTold)
      await write.tracking.update(waybillNo, {
        ...(isOther ? { carrier } : {}),
        ...(isTold ? { phoneTail } : {}),
        stopReason: '',
        nextDueAt: now,
      });
    return false;
  }
  await write.tracking.follow({
    waybillNo,
    carrier,
    orderId: '',
    orderNo: '',
    accountId: account.id,
    phoneTail,
    nextDueAt: now,
    bookedAt: null,
    followedAt: now,
    ...nothingKnown,
  });
  return true;
}
