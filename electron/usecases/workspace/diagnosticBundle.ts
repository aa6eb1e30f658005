import { release } from 'node:os';
import { join } from 'node:path';
import { numberSettingNames } from '../../../shared/domain/settings.ts';
import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { zipOf } from '../../imports/writers/writeZip.ts';
import { replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { readBookingHealth } from '../booking/health.ts';
import { readCallFigures } from '../insight/callFigures.ts';
import { headSigns, recordAct } from '../operators/acts.ts';
import { checkWorkspace } from './check.ts';
import { productVersion } from './productVersion.ts';
import { readSettings } from './settings.ts';
import { resultsFolder, type Workspace } from './workspace.ts';

export interface DiagnosticBundle {
  readonly path: string;
  readonly files: readonly string[];
}

export interface BundleRequest {
  readonly language: Language;
  /** Absent: among the workspace's results. */
  readonly path?: string | undefined;
}

/** Enough to see the history, little enough to mail. */
const mostCalls = 500;
/** In a shop that tracks thousands of parcels per day, the last calls may contain none of the failures in question. */
const mostFailedCalls = 300;
const mostActs = 300;

const figureDays = [1, 7, 30] as const;

/**
 * What support asks for first, in one file. Only what is named here is included: versions, results of checks, figures, codes, times and
 * choices from short lists. No name, address, number of an order or parcel, no key, no typed text.
 */
export async function writeDiagnosticBundle(
  workspace: Workspace,
  { language, path }: BundleRequest,
): Promise<Outcome<DiagnosticBundle>> {
  const names = await accountNames(workspace);
  const content: Readonly<Record<string, unknown>> = {
    'versions.json': versions(workspace),
    'checks.json': await checks(workspace),
    'accounts.json': await accounts(workspace, names),
    'figures.json': await figures(workspace, names),
    'queues.json': await queues(workspace),
    'settings.json': await settings(workspace),
    'calls.json': await lastCalls(workspace, names, language),
    'events.json': await lastEvents(workspace),
  };
  const files = Object.entries(content).map(([name, value]) => ({
    name,
    text: `${JSON.stringify(value, null, 1)}\n`,
  }));
  const file = path ?? join(resultsFolder(workspace), `diagnostics-${workspace.nextId()}.zip`);
  const all = [{ name: 'readme.txt', text: readMe(language, Object.keys(content)) }, ...files];
  replaceOwnerOnlyFile(file, zipOf(all));
  await workspace.store.write((write) =>
    recordAct(workspace, write, { kind: 'diagnostics-shown', what: 'bundle' }),
  );
  return done({ path: file, files: all.map(({ name }) => name) });
}

/** An account's name may name its owner: here it is its platform and its position in the list. */
type AccountNames = (accountId: string) => string;

async function accountNames({ store }: Workspace): Promise<AccountNames> {
  const all = await store.read.accounts.all();
  const names = new Map(all.map(({ id, platform }, index) => [id, `${platform}-${index + 1}`]));
  return (accountId) => names.get(accountId) ?? 'removed';
}

function versions({ clock, isPractice, divisions }: Workspace) {
  const { platform, arch, versions: parts } = process;
  return {
    product: productVersion,
    node: parts.node,
    electron: parts.electron ?? null,
    system: `${platform} ${arch} ${release()}`,
    divisions: divisions.version,
    isPractice,
    writtenAt: new Date(clock.now()).toISOString(),
    shopZone: 'UTC+8',
    systemZoneMinutes: -new Date(clock.now()).getTimezoneOffset(),
  };
}

/** Details are counts and facts; one may be a path. */
async function checks(workspace: Workspace) {
  const found = await checkWorkspace(workspace);
  return found.map(({ name, state, detail }) => ({
    name,
    state,
    detail: /^[\w. -]{0,40}$/.test(detail) ? detail : '(left out)',
  }));
}

async function accounts(workspace: Workspace, names: AccountNames) {
  const rows = await workspace.store.read.accounts.all();
  const health = await readBookingHealth(workspace);
  return rows.map(({ id, platform, endpoint }) => {
    const lane = health.find(({ accountId }) => accountId === id);
    return {
      name: names(id),
      platform,
      hasOwnEndpoint: endpoint !== null,
      lock: lane?.lock ?? null,
      lane: lane?.lane ?? null,
      errorCode: lane?.errorCode ?? null,
      counts: lane?.counts ?? null,
      perSecond: lane?.rate.perSecond ?? null,
    };
  });
}

async function figures(workspace: Workspace, names: AccountNames) {
  const to = workspace.clock.now();
  return Promise.all(
    figureDays.map(async (days) => {
      const read = await readCallFigures(workspace, { from: to - days * dayMs, to, by: 'line' });
      const rows = read.rows.map(({ accountId, accountName: _, ...row }) => ({
        ...row,
        account: names(accountId),
      }));
      return { days, knownSince: read.knownSince, total: read.total, rows };
    }),
  );
}

async function queues({ store: { read } }: Workspace) {
  return {
    orders: await read.orders.stateCounts(),
    shipments: await read.orders.shipmentCounts(),
    jobs: await read.jobs.counts(),
    prints: await read.printJobs.counts(),
    alarms: (await read.alarms.open()).map(({ kind, state, raisedAt }) => ({ kind, state, raisedAt })),
  };
}

async function settings(workspace: Workspace) {
  const chosen = await readSettings(workspace);
  const { get } = workspace.store.read.settings;
  const { isScheduled, second, alarmDays } = await get('backupPlan');
  const { list } = await get('requirements');
  const printers = await workspace.store.read.printers.all();
  return {
    language: chosen.language,
    theme: chosen.theme,
    minConfidence: chosen.minConfidence,
    defaultCarrier: chosen.defaultCarrier,
    hasSender: chosen.sender !== null,
    hasDefaultAccount: chosen.defaultAccountId !== null,
    numbers: Object.fromEntries(numberSettingNames.map((name) => [name, chosen[name]])),
    printers: printers.map(({ uri }) => printerKind(uri)),
    printRules: await get('printRules'),
    lockRules: await get('lockRules'),
    backups: { isScheduled, alarmDays, hasSecondPlace: second !== null },
    hasPushFolder: (await get('pushFolder')) !== null,
    requirements: {
      scenes: list.scenes,
      functions: list.functions,
      services: list.services,
      systems: list.systems.map(({ kind }) => kind),
      volume: list.volume,
    },
  };
}

/** `tcp tspl 203 76x130`: transport and language; address and name are left out. */
function printerKind(uri: string): string {
  const [, scheme = ''] = /^([a-z]{3,10}):/.exec(uri) ?? [];
  const options = new URLSearchParams(uri.split('?')[1] ?? '');
  const kinds: Readonly<Record<string, RegExp>> = {
    lang: /^(tspl|zpl|cpcl|escpos)$/,
    dpi: /^\d{3}$/,
    size: /^\d{2,3}x\d{2,3}$/,
    baud: /^\d{3,6}$/,
  };
  const described = Object.entries(kinds).map(([name, form]) => {
    const value = options.get(name) ?? '';
    return form.test(value) ? value : '';
  });
  return [scheme, ...described].filter((part) => part !== '').join(' ');
}

/** A platform's code may be a sentence about a person. */
const codeOnly = (text: string): string =>
  /^[\w.:-]{0,24}$/.test(text) && !/\d{7}/.test(text) ? text : '(left out)';

/** A platform finds the call by this; of that length and in hexadecimal digits only, it is no person's name or number. */
const idOnly = (text: string): string =>
  text === '' || /^[\da-fA-F-]{16,64}$/.test(text) ? text : '(left out)';

async function lastCalls({ store: { read } }: Workspace, names: AccountNames, language: Language) {
  const last = await read.calls.window({}, { offset: 0, limit: mostCalls });
  const failed = await read.calls.window({ isFailedOnly: true }, { offset: 0, limit: mostFailedCalls });
  const known = new Set(last.map(({ id }) => id));
  // Newest first.
  const rows = [...last, ...failed.filter(({ id }) => !known.has(id))];
  return rows.map((call) => ({
    at: new Date(call.at).toISOString(),
    account: names(call.accountId),
    platform: call.platform,
    interface: call.interfaceName,
    certainty: call.certainty,
    durationMs: call.durationMs,
    code: call.errorCode,
    platformCode: codeOnly(call.platformCode),
    requestId: idOnly(call.requestId),
    attempt: call.attempt,
    means: isErrorCode(call.errorCode) ? describeError(call.errorCode, {}, language).says : '',
  }));
}

/** The latest acts by kind: without persons and orders. */
async function lastEvents({ store: { read } }: Workspace) {
  const acts = await read.operatorActs.window({ offset: 0, limit: mostActs });
  return acts.map(({ no, at, kind, step, chain }) => ({
    no,
    at: new Date(at).toISOString(),
    kind,
    step,
    // `audit verify --head` finds the entry by these six characters: the list belongs to this record, and the record is unchanged.
    head: headSigns(chain),
  }));
}

function readMe(language: Language, names: readonly string[]): string {
  const intro =
    language === 'en'
      ? [
          'ShipDesk diagnostics. Versions, results of checks, figures, codes, times and request ids of the last calls and',
          'failures, the kinds of the last acts, and choices of Settings. There are no keys, names, phones, addresses,',
          'order or waybill numbers. Look at the files before you send them on. Times end in Z: UTC.',
          'The six characters of an act prove it: `shipdesk audit verify --head` finds it in the record it comes from.',
        ]
      : [
          '发货台诊断包：版本、检查结果、统计数字、最近接口调用和失败的代码、时间、请求号，最近操作的种类，以及设置里的选项。',
          '不含密钥、姓名、电话、地址、订单号和运单号。发给别人之前可以先打开看一遍。时间以 Z 结尾的是 UTC。',
          '每条操作后面的六个字符可以核对：运行 shipdesk audit verify --head，能在原来的操作记录里找到它。',
        ];
  return [...intro, '', ...names, ''].join('\n');
}
