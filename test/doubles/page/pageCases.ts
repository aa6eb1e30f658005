import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { CaseRow } from '../../../shared/contracts/tracking/cases.ts';
import { usualCaseRuleSet } from '../../../shared/domain/cases/caseRules.ts';
import {
  type CaseKind,
  type CaseStepKind,
  caseKindFacts,
  caseKinds,
  caseLevels,
  caseRank,
} from '../../../shared/domain/cases/trackingCase.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;
type CasesAsked = Partial<Record<keyof CaseRow | 'isOverdue', unknown>> & {
  readonly search?: string | undefined;
};
type Choice =
  | { readonly caseIds: readonly string[] }
  | { readonly filter: object; readonly expected: number };

const hour = 3_600_000;

/** One parcel in eleven has something wrong, in turn of the kinds. */
function sampleCases({ tracks, orders, now }: PageWorld): CaseRow[] {
  const wrong = tracks.filter((_, at) => at % 11 === 4).slice(0, caseKinds.length * 2);
  return wrong.map((track, at) => {
    const kind: CaseKind = caseKinds[(at * 5) % caseKinds.length] ?? 'silent';
    const { level, limit, answerHours } = caseKindFacts[kind];
    const order = orders.find(({ waybillNo }) => waybillNo === track.waybillNo);
    const openedAt = now() - (1 + (at % 7) * 6) * hour;
    return {
      id: `case${at}`,
      version: 0,
      kind,
      level,
      state: at % 9 === 5 ? 'waiting' : 'open',
      waybillNo: track.waybillNo,
      carrier: track.carrier,
      orderId: order?.id ?? '',
      orderNo: track.orderNo,
      province: order?.receiver.province ?? '',
      sinceAt: openedAt - (limit?.unit === 'hours' ? limit.usual : 1) * hour,
      limitAt: openedAt - hour,
      openedAt,
      basis: {
        limit: limit?.usual ?? null,
        limitFrom: 'rule',
        laneParcels: null,
        promisedAt: kind === 'late' ? openedAt - hour : null,
        told: track.exception,
        observed: null,
        expected: null,
      },
      ownerId: '',
      ownerName: '',
      dueAt: openedAt + answerHours * hour,
      snoozeUntil: null,
      waitingOn: at % 9 === 5 ? 'carrier' : null,
      outcome: null,
      closedAt: null,
      closedBy: '',
      notes: 0,
      parcelState: track.state,
      lastText: track.lastText,
      lastAt: track.lastAt,
      checkedAt: track.checkedAt,
    };
  });
}

function casesBook(world: PageWorld) {
  const { options, now } = world;
  let rows = options.isFresh ? [] : sampleCases(world);
  const steps = new Map<string, { at: number; kind: CaseStepKind; operator: string; note: string }[]>();
  world.own.cases = () => rows;
  const matching = ({ search = '', ...filter }: CasesAsked) =>
    rows
      .filter(
        (row) =>
          (filter.state === undefined ? row.state !== 'solved' : row.state === filter.state) &&
          (filter.kind === undefined || row.kind === filter.kind) &&
          (filter.level === undefined || row.level === filter.level) &&
          (filter.carrier === undefined || row.carrier === filter.carrier) &&
          (filter.isOverdue !== true || (row.dueAt ?? now()) < now()) &&
          [row.waybillNo, row.orderNo].some((text) => text.includes(search)),
      )
      .sort((one, other) => caseRank(one.kind) - caseRank(other.kind) || one.limitAt - other.limitAt);
  const stepsOf = (row: CaseRow) => [
    { at: row.openedAt, kind: 'opened' as const, operator: '', note: '' },
    ...(steps.get(row.id) ?? []),
  ];
  const act = (choice: Choice, patch: Partial<CaseRow>, kind: CaseStepKind, note = '') => {
    const ids = 'caseIds' in choice ? choice.caseIds : matching(choice.filter).map(({ id }) => id);
    const chosen = rows.filter(({ id }) => ids.includes(id));
    for (const { id } of chosen)
      steps.set(id, [...(steps.get(id) ?? []), { at: now(), kind, operator: '', note }]);
    const more = Number(kind === 'note');
    rows = rows.map((row) => (ids.includes(row.id) ? { ...row, ...patch, notes: row.notes + more } : row));
    world.tell('cases', 'status');
    return { changed: chosen.length, refused: [] };
  };
  return { all: () => rows, matching, stepsOf, act };
}

/** Exceptions of the page's double; which become one and when is the core's business. */
export function pageCases(os: Os, world: PageWorld) {
  const { now, fail, slice, tell } = world;
  const book = casesBook(world);
  let rules = usualCaseRuleSet;
  const number = <Key extends string>(keys: readonly Key[], of: (row: CaseRow) => Key) =>
    Object.fromEntries(
      keys.map((key) => [key, book.matching({}).filter((row) => of(row) === key).length]),
    ) as Record<Key, number>;
  const atWork = { snoozeUntil: null, waitingOn: null } as const;
  return {
    window: os.cases.window.handler(({ input }) => slice(book.matching(input), input)),
    counts: os.cases.counts.handler(() => ({
      open: book.matching({ state: 'open' }).length,
      waiting: book.matching({ state: 'waiting' }).length,
      snoozed: book.matching({ state: 'snoozed' }).length,
      overdue: book.matching({ isOverdue: true }).length,
      unowned: book.matching({}).filter(({ ownerId }) => ownerId === '').length,
      byKind: number(caseKinds, ({ kind }) => kind),
      byLevel: number(caseLevels, ({ level }) => level),
      workedAt: now() - 30_000,
      behind: 0,
    })),
    detail: os.cases.detail.handler(({ input }) => {
      const row = book.all().find(({ id }) => id === input.caseId) ?? fail('CASE_NOT_FOUND');
      return { ...row, steps: book.stepsOf(row) };
    }),
    ofParcel: os.cases.ofParcel.handler(({ input }) =>
      book.all().filter(({ waybillNo }) => waybillNo === input.waybillNo),
    ),
    owners: os.cases.owners.handler(() => [{ id: 'o1', name: '王芳' }]),
    assign: os.cases.assign.handler(({ input: { choice, ownerId } }) =>
      book.act(choice, { ownerId, ownerName: ownerId === 'o1' ? '王芳' : '' }, 'owner', '王芳'),
    ),
    note: os.cases.note.handler(({ input: { choice, text } }) => book.act(choice, {}, 'note', text)),
    setDue: os.cases.setDue.handler(({ input: { choice, dueAt } }) => book.act(choice, { dueAt }, 'due')),
    snooze: os.cases.snooze.handler(({ input: { choice, until } }) =>
      book.act(choice, { ...atWork, state: 'snoozed', snoozeUntil: until }, 'snoozed'),
    ),
    waitFor: os.cases.waitFor.handler(({ input: { choice, on } }) =>
      book.act(choice, { ...atWork, state: 'waiting', waitingOn: on }, 'waiting', on),
    ),
    reopen: os.cases.reopen.handler(({ input: { choice } }) =>
      book.act(choice, { ...atWork, state: 'open', outcome: null, closedAt: null }, 'reopened'),
    ),
    close: os.cases.close.handler(({ input: { choice, outcome, note } }) =>
      book.act(choice, { ...atWork, state: 'solved', outcome, closedAt: now() }, 'closed', note),
    ),
    rules: os.cases.rules.handler(() => rules),
    setRules: os.cases.setRules.handler(({ input }) => {
      rules = input;
      tell('cases', 'settings');
      return rules;
    }),
  };
}
