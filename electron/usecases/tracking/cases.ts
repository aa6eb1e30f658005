import { z } from 'zod';
import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import {
  caseKindFacts,
  caseKinds,
  caseLevels,
  caseStates,
  limitSources,
} from '../../../shared/domain/cases/trackingCase.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { recordOf } from '../../../shared/rules/typedRecord.ts';
import { storedJson } from '../../store/database/storedJson.ts';
import type { TrackingCase } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { shownParcels } from './shownTracking.ts';

type CaseRow = Answered<'cases', 'window'>['rows'][number];

const nullableInteger = z.number().int().nullable().default(null);

/** Why it is a case, as it was when it became one. */
export const caseBasis = storedJson(
  'basis_json',
  z.object({
    limit: nullableInteger,
    limitFrom: z.enum(limitSources).default('rule'),
    laneParcels: nullableInteger,
    promisedAt: nullableInteger,
    told: z.string().default(''),
    observed: nullableInteger,
    expected: nullableInteger,
  }),
);
export type CaseBasis = ReturnType<typeof caseBasis.read>;

const nothingMore = caseBasis.read('{}');

/** Cases with the present state of their parcels, without internal columns: digits of a phone, stored JSON. */
async function shownCases(workspace: Workspace, rows: readonly TrackingCase[]): Promise<CaseRow[]> {
  const numbers = [...new Set(rows.map(({ waybillNo }) => waybillNo))];
  const parcels = await shownParcels(workspace, await workspace.store.read.tracking.byWaybills(numbers));
  const byNumber = new Map(parcels.map((parcel) => [parcel.waybillNo, parcel]));
  return rows.map(
    ({ basisJson, phoneTail: _tail, rank: _rank, occurrence: _times, goneAt: _gone, ...row }) => {
      const parcel = byNumber.get(row.waybillNo);
      return {
        ...row,
        level: caseKindFacts[row.kind].level,
        basis: caseBasis.readOr(basisJson, nothingMore),
        parcelState: parcel?.state ?? 'none',
        lastText: parcel?.lastText ?? '',
        lastAt: parcel?.lastAt ?? null,
        checkedAt: parcel?.checkedAt ?? null,
      };
    },
  );
}

export async function listCases(
  workspace: Workspace,
  asked: Asked<'cases', 'window'>,
): Promise<Answered<'cases', 'window'>> {
  const { offset, limit, ...filter } = asked;
  const { cases } = workspace.store.read;
  const now = workspace.clock.now();
  const rows = await cases.window(filter, { offset, limit }, now);
  return { total: await cases.count(filter, now), rows: await shownCases(workspace, rows) };
}

const zeros = <Key extends string>(keys: readonly Key[]) => recordOf(keys, () => 0);

/** Unsolved cases by kind and state: for the Track screen, Today and the board. */
export async function countCases({ store, clock }: Workspace): Promise<Answered<'cases', 'counts'>> {
  const now = clock.now();
  const rows = await store.read.cases.counts(now);
  const byState = zeros(caseStates);
  const byKind = zeros(caseKinds);
  const byLevel = zeros(caseLevels);
  for (const { kind, state, total } of rows) {
    byState[state] += total;
    byKind[kind] += total;
    byLevel[caseKindFacts[kind].level] += total;
  }
  const sum = (name: 'overdue' | 'unowned') => rows.reduce((total, row) => total + (row[name] ?? 0), 0);
  return {
    open: byState.open,
    waiting: byState.waiting,
    snoozed: byState.snoozed,
    overdue: sum('overdue'),
    unowned: sum('unowned'),
    byKind,
    byLevel,
    workedAt: (await store.read.settings.get('caseRounds'))?.workedAt ?? null,
    behind: await store.read.caseWatches.countDue(now),
  };
}

export async function readCase(
  workspace: Workspace,
  { caseId }: { readonly caseId: string },
): Promise<Outcome<Answered<'cases', 'detail'>>> {
  const row = await workspace.store.read.cases.byId(caseId);
  if (row === undefined) return failure('CASE_NOT_FOUND');
  const [shown] = await shownCases(workspace, [row]);
  if (shown === undefined) return failure('CASE_NOT_FOUND');
  return done({ ...shown, steps: await workspace.store.read.cases.steps(caseId) });
}

export async function casesOfParcel(
  workspace: Workspace,
  { waybillNo }: { readonly waybillNo: string },
): Promise<CaseRow[]> {
  const rows = await workspace.store.read.cases.ofParcels([waybillNo]);
  const isSolved = (row: TrackingCase) => Number(row.state === 'solved');
  const sorted = [...rows].sort(
    (one, other) => isSolved(one) - isSolved(other) || one.rank - other.rank || other.openedAt - one.openedAt,
  );
  return shownCases(workspace, sorted);
}
