import type { PlatformOffer } from './platformOffer.ts';

/** What a shop ships, and how much of it at once. */
export const scenes = ['domestic', 'cross-border', 'batch', 'single'] as const;
export type Scene = (typeof scenes)[number];

/** What the shop cannot do without. */
export const neededFunctions = [
  'e-waybill',
  'tracking',
  'tracking-push',
  'exception-alerts',
  'reconciliation',
  'address-check',
  'coverage-check',
  'freight-estimate',
  'arrival-estimate',
  'pickup',
] as const;
export type NeededFunction = (typeof neededFunctions)[number];

/** What parcels are sent with beside the way itself. */
export const parcelServices = ['cod', 'insurance', 'monthly-account'] as const;
export type ParcelService = (typeof parcelServices)[number];

/** What orders come from, and where numbers go back to. */
export const systemKinds = ['erp', 'crm', 'wms', 'shop', 'other'] as const;
export type SystemKind = (typeof systemKinds)[number];

/** The three that are asked for; a list without one of them is incomplete. */
export const requirementParts = ['scenes', 'functions', 'systems'] as const;
export type RequirementPart = (typeof requirementParts)[number];

/** Who says that the list is right; a changed list has to be said again. */
export const confirmers = ['business', 'technical', 'provider'] as const;
export type Confirmer = (typeof confirmers)[number];

/** How long somebody must be there to answer. */
export const supportHours = ['5x8', '7x12', '7x24'] as const;
export type SupportHours = (typeof supportHours)[number];

export const supportMinutesAWeek: Readonly<Record<SupportHours, number>> = {
  '5x8': 5 * 8 * 60,
  '7x12': 7 * 12 * 60,
  '7x24': 7 * 24 * 60,
};

export interface RequirementList {
  readonly scenes: readonly Scene[];
  readonly functions: readonly NeededFunction[];
  /** `name`: which one; empty: not said. */
  readonly systems: readonly { readonly kind: SystemKind; readonly name: string }[];
  /** Said, not skipped: none is to be connected. */
  readonly hasNoSystems: boolean;
  readonly services: readonly ParcelService[];
  /** Parcels; null: nobody said. */
  readonly volume: { readonly usualPerDay: number | null; readonly peakPerDay: number | null };
  /** How many label printers; null: nobody said. */
  readonly printerCount: number | null;
  /** Our codes. */
  readonly carriers: readonly string[];
  /** Two letters each. */
  readonly countries: readonly string[];
  readonly support: { readonly hours: SupportHours; readonly firstResponseMinutes: number };
  /** Done without this program, by whom or how: no platform here has to. */
  readonly outside: readonly { readonly offer: PlatformOffer; readonly how: string }[];
}

/** Nothing said yet. Hours and first response as the trade recommends them. */
export const emptyRequirements: RequirementList = {
  scenes: [],
  functions: [],
  systems: [],
  hasNoSystems: false,
  services: [],
  volume: { usualPerDay: null, peakPerDay: null },
  printerCount: null,
  carriers: [],
  countries: [],
  support: { hours: '7x12', firstResponseMinutes: 60 },
  outside: [],
};

/** Where, and how much at once: a list that says only one of them leaves the other open. */
const whereScenes: readonly Scene[] = ['domestic', 'cross-border'];
const amountScenes: readonly Scene[] = ['batch', 'single'];

/** Parts nobody has answered. */
export function missingParts(list: RequirementList): readonly RequirementPart[] {
  const says = (some: readonly Scene[]) => some.some((scene) => list.scenes.includes(scene));
  const isAnswered: Readonly<Record<RequirementPart, boolean>> = {
    scenes: says(whereScenes) && says(amountScenes),
    functions: list.functions.length > 0,
    systems: list.hasNoSystems || list.systems.length > 0,
  };
  return requirementParts.filter((part) => !isAnswered[part]);
}

const offersOfScene: Readonly<Record<Scene, readonly PlatformOffer[]>> = {
  domestic: ['e-waybill'],
  'cross-border': ['e-waybill', 'customs', 'foreign-traces'],
  batch: ['e-waybill', 'batch-print'],
  single: ['e-waybill'],
};

/** Reconciliation is this program's own work, whatever the platform. */
const offersOfFunction: Readonly<Record<NeededFunction, readonly PlatformOffer[]>> = {
  'e-waybill': ['e-waybill'],
  tracking: ['tracking'],
  'tracking-push': ['tracking-push'],
  'exception-alerts': ['exception-alerts'],
  reconciliation: [],
  'address-check': ['address-check'],
  'coverage-check': ['coverage-check'],
  'freight-estimate': ['freight-estimate'],
  'arrival-estimate': ['arrival-estimate'],
  pickup: ['pickup'],
};

/** Nice to have beside what was asked for: nobody said that the shop cannot do without. */
const bonus: ReadonlySet<PlatformOffer> = new Set(['foreign-traces']);

export interface PlatformNeed {
  readonly offer: PlatformOffer;
  /** What asks for it. */
  readonly wantedBy: readonly (Scene | NeededFunction | ParcelService)[];
  readonly isBlocking: boolean;
}

/** What the list asks of platforms, each once. */
export function needsOf(list: RequirementList): readonly PlatformNeed[] {
  const { scenes: chosen, functions, services, outside } = list;
  const wanted = new Map<PlatformOffer, PlatformNeed['wantedBy']>();
  const want = (by: PlatformNeed['wantedBy'][number], offers: readonly PlatformOffer[]): void => {
    for (const offer of offers) wanted.set(offer, [...new Set([...(wanted.get(offer) ?? []), by])]);
  };
  for (const scene of chosen) want(scene, offersOfScene[scene]);
  for (const name of functions) want(name, offersOfFunction[name]);
  for (const name of services) want(name, [name]);
  for (const { offer } of outside) wanted.delete(offer);
  return [...wanted].map(([offer, wantedBy]) => ({ offer, wantedBy, isBlocking: !bonus.has(offer) }));
}
