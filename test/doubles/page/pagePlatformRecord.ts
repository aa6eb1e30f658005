import type { implement } from '@orpc/server';
import { platforms } from '../../../electron/carriers/index.ts';
import { answerOf } from '../../../electron/carriers/kit/manifest.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import type {
  PlatformRecordView,
  RequirementsView,
  SetUpView,
} from '../../../shared/contracts/platformRecord/platformRecord.ts';
import { incidentMonths, promisesOf } from '../../../shared/domain/platformRecord/incidentClock.ts';
import { platformOffers } from '../../../shared/domain/platformRecord/platformOffer.ts';
import { noTerms, recordDimensions } from '../../../shared/domain/platformRecord/platformRecord.ts';
import {
  confirmers,
  emptyRequirements,
  missingParts,
  needsOf,
} from '../../../shared/domain/platformRecord/requirements.ts';
import { isByHand, setUpItem, setUpItems } from '../../../shared/domain/platformRecord/setUp.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;
type Incident = PlatformRecordView['incidents']['rows'][number];
type List = RequirementsView['list'];

/** Changed in place: the contract's own shape, as the page sends it back. */
const emptyList = () => structuredClone(emptyRequirements) as List;

const kdniao = platforms.find(({ manifest }) => manifest.id === 'kdniao');

/** One list, one record for every account, and a set-up of which nothing is done but what was ticked. */
export function pagePlatformRecord(os: Os, { own, fail, tell, now }: PageWorld) {
  let list = emptyList();
  let confirmations: RequirementsView['confirmations'] = {};
  let changedAt: number | null = null;
  const ticks = new Set<string>();
  let support = { terms: structuredClone(noTerms) as PlatformRecordView['support']['terms'], version: 0 };
  let incidents: Omit<Incident, 'promises'>[] = [];
  let evidence: PlatformRecordView['evidence'] = [];
  let notes: PlatformRecordView['notes'] = [];

  const answer = (offer: (typeof platformOffers)[number]) =>
    kdniao === undefined ? ('unknown' as const) : answerOf(kdniao.manifest, offer);
  const requirements = (): RequirementsView => ({
    list,
    confirmations,
    missing: [...missingParts(list)],
    unconfirmed: confirmers.filter((one) => confirmations[one] === undefined),
    needs: needsOf(list).map(({ offer, wantedBy, isBlocking }) => ({
      offer,
      wantedBy: [...wantedBy],
      isBlocking,
      isMet: answer(offer) === 'yes',
      answers: [{ platform: 'kdniao', answer: answer(offer) }],
    })),
    changedAt,
    exportedAt: null,
  });
  const setUp = (): SetUpView => ({
    lines: setUpItems.map((item) => ({
      item,
      phase: setUpItem(item).phase,
      state: ticks.has(item) ? 'done' : 'open',
      isByHand: isByHand(item),
      tickedBy: '',
      tickedAt: ticks.has(item) ? now() : null,
    })),
    phase: 'requirement',
    madeAt: now() - 90 * 60_000,
    firstLabelAt: now() - 60 * 60_000,
  });
  const record = (accountId: string): PlatformRecordView => {
    const account = own.accounts.find(({ id }) => id === accountId);
    if (account === undefined) throw fail('ACCOUNT_GONE');
    const needed = new Set(needsOf(list).map(({ offer }) => offer));
    const rows = incidents.map((row) => ({
      ...row,
      promises: promisesOf(support.terms, row, now()).map((promise) => ({ ...promise })),
    }));
    return {
      account: { id: account.id, name: account.name, platform: account.platform },
      dimensions: recordDimensions.map((dimension) => ({ dimension, verdict: 'unknown' as const })),
      coverage: {
        carriers: ['ZTO'],
        uncoveredCarriers: [],
        countries: ['CN'],
        uncoveredCountries: [],
        unknownCountries: [],
      },
      stability: {
        days: 30,
        fewestCalls: 1_000,
        calls: 412,
        faults: 1,
        availability: 1,
        p95Ms: 240,
        p99Ms: 610,
      },
      answers: platformOffers.map((offer) => ({ offer, answer: answer(offer), isNeeded: needed.has(offer) })),
      support: {
        ...support,
        changedAt: support.version === 0 ? null : now(),
        changedBy: '',
        wanted: list.support,
      },
      evidence,
      notes,
      incidents: { rows, months: incidentMonths(rows).map((month) => ({ ...month })) },
      confirmations,
    };
  };
  const changed = (accountId: string): PlatformRecordView => {
    tell('platformRecord');
    return record(accountId);
  };
  const written = (name: string) => ({ fileToken: `written-${name}`, name });

  return {
    requirements: os.platformRecord.requirements.handler(requirements),
    setRequirements: os.platformRecord.setRequirements.handler(({ input }) => {
      list = structuredClone<List>(input.list);
      confirmations = {};
      changedAt = now();
      tell('platformRecord');
      return requirements();
    }),
    confirmRequirements: os.platformRecord.confirmRequirements.handler(({ input }) => {
      const said = { name: input.name, at: now(), notedBy: '' };
      confirmations = { ...confirmations, [input.confirmer]: said };
      tell('platformRecord');
      return requirements();
    }),
    exportRequirements: os.platformRecord.exportRequirements.handler(() => written('requirements-1.xlsx')),
    setUp: os.platformRecord.setUp.handler(setUp),
    tick: os.platformRecord.tick.handler(({ input }) => {
      if (input.isDone) ticks.add(input.item);
      else ticks.delete(input.item);
      tell('platformRecord');
      return setUp();
    }),
    get: os.platformRecord.get.handler(({ input }) => record(input.accountId)),
    setTerms: os.platformRecord.setTerms.handler(({ input }) => {
      if (input.version !== support.version) fail('RECORD_CHANGED_MEANWHILE');
      if (input.terms.hours?.days.length === 0) fail('SUPPORT_HOURS_WRONG');
      support = {
        terms: structuredClone<typeof support.terms>(input.terms),
        version: support.version + 1,
      };
      return changed(input.accountId);
    }),
    startIncident: os.platformRecord.startIncident.handler(({ input: { accountId, title, ticketNo } }) => {
      const id = `i${incidents.length + 1}`;
      const times = { startedAt: now(), answeredAt: null, solvedAt: null };
      incidents = [{ id, title, ticketNo, notedBy: '', outcome: '', ...times }, ...incidents];
      return changed(accountId);
    }),
    moveIncident: os.platformRecord.moveIncident.handler(({ input: { accountId, id, step, outcome } }) => {
      const changes = {
        answered: { answeredAt: now() },
        solved: { solvedAt: now(), outcome },
        reopened: { solvedAt: null },
      }[step];
      incidents = incidents.map((row) => (row.id === id ? { ...row, ...changes } : row));
      return changed(accountId);
    }),
    addNote: os.platformRecord.addNote.handler(({ input: { accountId, kind, person, text } }) => {
      notes = [{ id: `n${notes.length + 1}`, kind, person, text, at: now(), writtenBy: '' }, ...notes];
      return changed(accountId);
    }),
    attach: os.platformRecord.attach.handler(({ input: { accountId, kind, fileToken, validUntil } }) => {
      if (fileToken.includes('evil')) fail('EVIDENCE_TYPE', { file: 'evil.png' });
      const id = `e${evidence.length + 1}`;
      const file = { id, kind, name: '等保三级证明.pdf', byteCount: 120_000, validUntil, isExpired: false };
      evidence = [{ ...file, addedAt: now(), addedBy: '' }, ...evidence];
      return changed(accountId);
    }),
    detach: os.platformRecord.detach.handler(({ input: { accountId, id } }) => {
      evidence = evidence.filter((file) => file.id !== id);
      return changed(accountId);
    }),
    takeOut: os.platformRecord.takeOut.handler(() => written('evidence-1.pdf')),
    export: os.platformRecord.export.handler(({ input }) => written(`platform-1.${input.format}`)),
    diagnose: os.platformRecord.diagnose.handler(() => written('diagnostics-1.zip')),
  };
}
