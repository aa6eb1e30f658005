import type { Contract } from '../../shared/contracts/contract.ts';
import { type Actor, mayDo, type Right } from '../../shared/domain/operator.ts';
import { type Failure, failure } from '../../shared/errors/outcome.ts';

/** What a procedure takes; a name without a row takes more than anybody has. */
export function accessTo(name: string): Access | null {
  const [area = '', procedure = '', ...rest] = name.split('.');
  const areas: Readonly<Record<string, Readonly<Record<string, Access>>>> = procedureRights;
  const rows = rest.length === 0 && Object.hasOwn(areas, area) ? areas[area] : undefined;
  return rows !== undefined && Object.hasOwn(rows, procedure) ? (rows[procedure] ?? null) : null;
}

/** null: this person may call it. */
export function mayCall(actor: Actor, name: string): Failure | null {
  const access = accessTo(name);
  if (access === null) throw new Error(`no right is stated for ${name}`);
  if (access === 'anybody') return null;
  if (actor.role === 'nobody') return failure('OPERATOR_SIGN_IN_NEEDED');
  const missing = [access].flat().find((right) => !mayDo(actor, right));
  return missing === undefined ? null : failure('OPERATOR_RIGHT_MISSING', { right: missing });
}

/** `anybody`: also who has not signed in, on a page that shows no more than who may. */
type Access = Right | readonly Right[] | 'anybody';

type ProcedureRights = {
  readonly [Area in keyof Contract]: { readonly [Name in keyof Contract[Area]]: Access };
};

/*
 * Addresses in full, where they are corrected or compared. What needs a right for some inputs only (a second reprint, a
 * file that hides nothing) is refused by its use case.
 */
const correcting = ['correctAddresses', 'seePersonalData'] as const;
const comparing = ['changeOrders', 'seePersonalData'] as const;
const pasting = ['importOrders', 'seePersonalData'] as const;

/** The right each procedure takes. One without a row does not compile, and is refused at run time. */
const procedureRights: ProcedureRights = {
  session: { state: 'anybody', create: 'anybody', unlock: 'anybody', lock: 'anybody' },
  status: { get: 'anybody', changes: 'anybody' },
  operators: {
    state: 'anybody',
    signIn: 'anybody',
    signOut: 'anybody',
    touch: 'anybody',
    rescue: 'anybody',
    approve: 'seeWork',
    reveal: 'seeWork',
    list: 'manageOperators',
    add: 'manageOperators',
    change: 'manageOperators',
    remove: 'manageOperators',
    makeRescueCode: 'manageOperators',
    setIdleMinutes: 'manageOperators',
    acts: 'manageOperators',
    checkActs: 'manageOperators',
  },
  imports: {
    list: 'importOrders',
    recognise: 'importOrders',
    fields: 'importOrders',
    run: 'importOrders',
    failedRows: 'importOrders',
    undoCheck: 'importOrders',
    undo: 'importOrders',
    history: 'importOrders',
  },
  dictionary: {
    get: 'importOrders',
    addSpelling: 'importOrders',
    removeSpelling: 'importOrders',
    statusWords: 'importOrders',
    answerStatus: 'importOrders',
    forgetStatus: 'importOrders',
    memories: 'importOrders',
    forgetMemory: 'importOrders',
    exportFieldList: 'importOrders',
  },
  correct: {
    queue: correcting,
    issues: correcting,
    item: correcting,
    accept: correcting,
    steps: correcting,
    undo: correcting,
    previewAbove: correcting,
    acceptAbove: correcting,
    putOff: correcting,
    keepDraft: correcting,
    parse: 'seeWork',
    divisions: 'seeWork',
    findRegion: 'seeWork',
  },
  paste: {
    read: pasting,
    make: pasting,
    draft: pasting,
    keepDraft: pasting,
  },
  addressKnowledge: {
    suggestions: correcting,
    learned: 'correctAddresses',
    forget: 'correctAddresses',
    bringBack: 'correctAddresses',
    exportLearned: 'exportOrders',
    askable: 'correctAddresses',
    ask: correcting,
    reach: 'seeWork',
    askReach: 'correctAddresses',
    acceptReach: 'changeOrders',
    noShip: 'seeWork',
    addNoShip: 'changeRules',
    removeNoShip: 'changeRules',
  },
  orders: {
    window: 'seeWork',
    counts: 'seeWork',
    detail: 'seeWork',
    cancel: 'changeOrders',
    hold: 'changeOrders',
    holdCounts: 'seeWork',
    release: 'changeOrders',
    edit: 'correctAddresses',
  },
  changes: {
    list: comparing,
    counts: 'seeWork',
    accept: comparing,
    reject: comparing,
  },
  merging: {
    hints: 'seeWork',
    merge: 'changeOrders',
    undo: 'changeOrders',
    split: 'changeOrders',
    family: 'seeWork',
  },
  out: {
    templates: 'seeWork',
    preview: 'exportOrders',
    writeBack: 'exportOrders',
    exportOrders: 'exportOrders',
  },
  watch: {
    get: 'seeWork',
    set: 'changeSettings',
    seen: 'importOrders',
  },
  rules: {
    get: 'seeWork',
    check: 'seeWork',
    try: 'seeWork',
    save: 'changeRules',
    versions: 'seeWork',
    version: 'seeWork',
    goBack: 'changeRules',
    setShare: 'changeRules',
    comparison: 'seeWork',
    names: 'seeWork',
    plan: 'seeWork',
    why: 'seeWork',
  },
  freight: {
    tables: 'seeWork',
    table: 'seeWork',
    saveTable: 'changeRules',
    removeTable: 'changeRules',
    readFile: 'changeRules',
    writeTemplate: 'changeRules',
    writeFile: 'changeRules',
    readPlaces: 'seeWork',
    try: 'seeWork',
    ofOrder: 'seeWork',
    ask: 'bookParcels',
    askArrival: 'bookParcels',
  },
  ship: {
    preview: 'seeWork',
    book: 'bookParcels',
    retryFailed: 'bookParcels',
  },
  pickup: {
    ofOrder: 'seeWork',
    book: 'bookParcels',
    cancel: 'bookParcels',
    ask: 'bookParcels',
  },
  preflight: {
    check: 'bookParcels',
  },
  bookingHealth: {
    accounts: 'seeWork',
    clock: 'seeWork',
    summary: 'seeWork',
    setFallback: 'changeAccounts',
    raiseRate: 'changeAccounts',
    resume: 'changeAccounts',
    unshipped: 'seeWork',
    unsure: 'seeWork',
    askNow: 'bookParcels',
    answerNotThere: 'bookParcels',
  },
  goLive: {
    list: 'seeWork',
    run: 'changeAccounts',
  },
  calls: {
    window: 'bookParcels',
    detail: 'bookParcels',
    supportText: 'bookParcels',
  },
  story: {
    ofOrder: 'seeWork',
  },
  run: {
    progress: 'seeWork',
    stop: 'bookParcels',
    moveWaiting: 'bookParcels',
  },
  parcels: { renumber: 'bookParcels', add: 'bookParcels' },
  manual: {
    find: 'packParcels',
    bindNumber: 'packParcels',
  },
  print: {
    window: 'seeWork',
    counts: 'seeWork',
    printers: 'seeWork',
    preview: 'seeWork',
    print: 'packParcels',
    printFull: 'packParcels',
    reprint: 'packParcels',
    resolveUnsure: 'packParcels',
    retry: 'packParcels',
    retryFailed: 'packParcels',
    release: 'packParcels',
    cancel: 'packParcels',
    scan: 'packParcels',
    planRecovery: 'packParcels',
    recover: 'packParcels',
    pause: 'packParcels',
    rules: 'seeWork',
    setRules: 'changePrinters',
    routes: 'seeWork',
    setRoutes: 'changePrinters',
  },
  printerSetup: {
    find: 'changePrinters',
    probe: 'changePrinters',
    get: 'seeWork',
    save: 'changePrinters',
    print: 'changePrinters',
    calibrate: 'changePrinters',
  },
  labelTemplates: {
    list: 'seeWork',
    areas: 'seeWork',
    starter: 'seeWork',
    get: 'seeWork',
    versions: 'seeWork',
    save: 'changeRules',
    goBack: 'changeRules',
    remove: 'changeRules',
    setDefault: 'changeRules',
    preview: 'seeWork',
    logos: 'seeWork',
    addLogo: 'changeRules',
    removeLogo: 'changeRules',
  },
  labelTrials: {
    list: 'seeWork',
    start: 'changeRules',
    setShare: 'changeRules',
    end: 'changeRules',
    comparison: 'seeWork',
  },
  carrierLabels: {
    accounts: 'seeWork',
    setWanted: 'changeAccounts',
    preview: 'seePersonalData',
    untold: 'seeWork',
    markTold: 'packParcels',
  },
  paper: {
    rolls: 'seeWork',
    load: 'packParcels',
  },
  receipts: {
    preview: 'packParcels',
    print: 'packParcels',
  },
  track: {
    window: 'seeWork',
    counts: 'seeWork',
    detail: 'seeWork',
    refresh: 'seeWork',
  },
  settings: {
    get: 'seeWork',
    /** Language and theme are everybody's: see `freeSettings`. */
    set: 'seeWork',
    platforms: 'seeWork',
    carriers: 'seeWork',
    carrierFields: 'seeWork',
    accounts: 'seeWork',
    addAccount: 'changeAccounts',
    removeAccount: 'changeAccounts',
    testAccount: 'changeAccounts',
    printers: 'seeWork',
    addPrinter: 'changePrinters',
    removePrinter: 'changePrinters',
    backUp: 'changeSettings',
    divisions: 'seeWork',
  },
};

interface Named {
  readonly '~orpc': { readonly meta: Readonly<Record<string, unknown>> };
}

/** The same contract, each procedure knowing its name: whichever way it is called, the gate can tell what it is. */
export function nameProcedures(contract: Contract): Contract {
  const named = Object.entries(contract).map(([area, procedures]) => [
    area,
    Object.fromEntries(
      Object.entries(procedures as Readonly<Record<string, Named>>).map(([name, procedure]) => {
        const def = procedure['~orpc'];
        const meta = { ...def.meta, name: `${area}.${name}` };
        return [name, Object.create(procedure, { '~orpc': { value: { ...def, meta }, enumerable: true } })];
      }),
    ),
  ]);
  return Object.fromEntries(named) as Contract;
}

/** The name `nameProcedures` gave; empty for a procedure that has none. */
export function nameOf(procedure: Named): string {
  const { name } = procedure['~orpc'].meta;
  return typeof name === 'string' ? name : '';
}
