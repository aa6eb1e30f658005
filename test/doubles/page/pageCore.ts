import { implement, type Router } from '@orpc/server';
import { contract } from '../../../shared/contracts/contract.ts';
import type { LockView } from '../../../shared/contracts/session.ts';
import { whoMay } from '../../../shared/domain/operator.ts';
import { pageAway } from './packing/pageAway.ts';
import { pageGoodsCodes } from './packing/pageGoodsCodes.ts';
import { pagePacking } from './packing/pagePacking.ts';
import { pagePhotos } from './packing/pagePhotos.ts';
import { pageAlarmChannels, pageAlarms } from './pageAlarms.ts';
import { pageBackups } from './pageBackups.ts';
import { pageBills } from './pageBills.ts';
import { pageBoard } from './pageBoard.ts';
import { pageCalls } from './pageCalls.ts';
import { pageCarrierLabels } from './pageCarrierLabels.ts';
import { pageCases } from './pageCases.ts';
import { pageCod } from './pageCod.ts';
import type { PageCoreOptions } from './pageCoreOptions.ts';
import { pageCorrect } from './pageCorrect.ts';
import { pageDevices } from './pageDevices.ts';
import { pageDictionary } from './pageDictionary.ts';
import { pageDispatch } from './pageDispatch.ts';
import { pageDoor } from './pageDoor.ts';
import { pageHandover } from './pageHandover.ts';
import { pageImports } from './pageImports.ts';
import { pageInsightCalls } from './pageInsightCalls.ts';
import { pageKeys, pageRecoveryCode } from './pageKeys.ts';
import { pageKnowledge } from './pageKnowledge.ts';
import { pageLabelTemplates } from './pageLabelTemplates.ts';
import { pageLabelTrials } from './pageLabelTrials.ts';
import { pageOperators } from './pageOperators.ts';
import { pagePaper } from './pagePaper.ts';
import { pageParcelCare } from './pageParcelCare.ts';
import { pageParcels } from './pageParcels.ts';
import { pagePaste } from './pagePaste.ts';
import { pagePickups } from './pagePickups.ts';
import { pagePlatformRecord } from './pagePlatformRecord.ts';
import { pagePrint, pagePrinterSetup } from './pagePrint.ts';
import { pagePushes } from './pagePushes.ts';
import { pageReceipts } from './pageReceipts.ts';
import { pageRepeats } from './pageRepeats.ts';
import { pageRestore } from './pageRestore.ts';
import { pageRetention } from './pageRetention.ts';
import { pageReviews } from './pageReviews.ts';
import { pageRules } from './pageRules.ts';
import { pageRun } from './pageRun.ts';
import { pageSettings } from './pageSettings.ts';
import { pageShipping } from './pageShipping.ts';
import { pageStory } from './pageStory.ts';
import { pageFollow, pageTrackingPlan } from './pageTrackingPlan.ts';
import { pageUpdates } from './pageUpdates.ts';
import { type PageWorld, pageWorld } from './pageWorld.ts';
import { pageWorkstations } from './workstations/pageWorkstations.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** The rights of the real gate: what a role may call here is what it may call there. */
function guarded({ own, fail, options: { fails = [], silent = [] } }: PageWorld): Os {
  const isNamed = (names: readonly string[], [area = '', name = '']: readonly string[]): boolean =>
    names.includes(area) || names.includes(`${area}.${name}`);
  const gate = implement(contract).use(async ({ next, procedure, path }, input) => {
    if (isNamed(silent, path)) await new Promise(() => undefined);
    if (!own.isMended && isNamed([...fails, ...own.broken], path)) fail('INTERNAL');
    const { access } = procedure['~orpc'].meta;
    const refused = whoMay(own.actor(), access);
    if (refused?.code === 'OPERATOR_RIGHT_MISSING') own.refused.push(path.join('.'));
    if (refused !== null) fail(refused.code, refused.params);
    const answer = await next();
    const { offset } = (input ?? {}) as { readonly offset?: unknown };
    if (typeof offset === 'number') own.answered.push(`${path.join('.')} ${offset}`);
    return answer;
  });
  return gate as unknown as Os;
}

/** The whole contract in memory, for driving the page without Electron. Not a model of the core's rules. */
export function pageCore(options: PageCoreOptions): {
  readonly router: Router<typeof contract, Record<never, never>>;
  readonly tell: PageWorld['tell'];
  readonly devices: ReturnType<typeof pageDevices>['news'];
  readonly refused: readonly string[];
  readonly accepted: readonly string[];
  readonly answered: readonly string[];
  /** What failed does so no more. */
  mend(): void;
  /** From now on these areas or calls fail. */
  break(...names: readonly string[]): void;
} {
  const world = pageWorld(options);
  const os = guarded(world);
  const { own, now, fail, status, tell, listen } = world;
  const devices = pageDevices(os, world);
  const router = os.router({
    session: {
      state: os.session.state.handler(() => own.session),
      create: os.session.create.handler(({ input }) => {
        own.session = { ...own.session, state: 'open', isPractice: input.practice };
        const recoveryCode = input.practice ? null : pageRecoveryCode;
        return { ...own.session, recoveryCode };
      }),
      unlock: os.session.unlock.handler(({ input }) => {
        const isKnown = input.passphrase === 'open sesame' || input.recoveryCode === pageRecoveryCode;
        if (!isKnown) fail('WORKSPACE_LOCKED');
        own.session = { ...own.session, state: 'open' };
        return own.session;
      }),
      lockRules: os.session.lockRules.handler(() => own.lockRules),
      setLockRules: os.session.setLockRules.handler(({ input }) => {
        own.lockRules = { ...own.lockRules, ...input } as LockView;
        tell('session');
        return own.lockRules;
      }),
      lock: os.session.lock.handler(() => {
        own.session = { ...own.session, state: 'locked' };
        return own.session;
      }),
    },
    status: {
      get: os.status.get.handler(status),
      changes: os.status.changes.handler(({ signal }) => listen(signal)),
    },
    operators: pageOperators(os, world),
    keys: pageKeys(os, world),
    restore: pageRestore(os, world),
    imports: pageImports(os, {
      isFresh: options.isFresh,
      isAway: options.server === 'away',
      now,
      tell,
      fail,
    }),
    dictionary: pageDictionary(os, world),
    correct: pageCorrect(os, world),
    paste: pagePaste(os, world),
    addressKnowledge: pageKnowledge(os, world),
    ...pageShipping(os, world),
    cases: pageCases(os, world),
    parcelCare: pageParcelCare(os, world),
    print: pagePrint(os, world),
    printerSetup: pagePrinterSetup(os, world),
    ...pageDispatch(os, world),
    ...pageRepeats(os, world),
    ...pageRules(os, world),
    labelTemplates: pageLabelTemplates(os, world),
    carrierLabels: pageCarrierLabels(os, world),
    labelTrials: pageLabelTrials(os, world),
    handover: pageHandover(os, world),
    packing: pagePacking(os, world),
    away: pageAway(os, world),
    goodsCodes: pageGoodsCodes(os, world),
    photos: pagePhotos(os, world),
    paper: pagePaper(os, world),
    parcels: pageParcels(os, world),
    receipts: pageReceipts(os, world),
    story: pageStory(os, world),
    ...pageRun(os, world),
    insightCalls: pageInsightCalls(os, world),
    calls: pageCalls(os, world),
    reviews: pageReviews(os, world),
    ...pagePickups(os, world),
    devices: devices.router,
    door: pageDoor(os, world),
    updates: pageUpdates(os, world),
    settings: pageSettings(os, world),
    alarms: pageAlarms(os, world),
    alarmChannels: pageAlarmChannels(os, world),
    backups: pageBackups(os, world),
    retention: pageRetention(os, world),
    workstations: pageWorkstations(os, world),
    bills: pageBills(os, world),
    board: pageBoard(os, world),
    cod: pageCod(os, world),
    platformRecord: pagePlatformRecord(os, world),
    pushes: pagePushes(os, world),
    trackingPlan: pageTrackingPlan(os, world),
    followNumbers: pageFollow(os, world),
  });
  return {
    router,
    tell,
    devices: devices.news,
    refused: own.refused,
    accepted: own.accepted,
    answered: own.answered,
    mend: () => {
      own.isMended = true;
    },
    break: (...names) => {
      own.broken.push(...names);
    },
  };
}
