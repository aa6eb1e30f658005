import type { OfferAnswer, PlatformOffer } from '../../../shared/domain/platformRecord/platformOffer.ts';
import type { CarrierPlatform } from './carrierPlatform.ts';

/** In both languages of the product. */
export interface Names {
  readonly 'zh-CN': string;
  readonly en: string;
}

type PlatformCapability = Exclude<keyof CarrierPlatform, 'manifest' | 'sentText' | 'check'>;

/** Offers that need more than one call. */
export type PlatformService = Extract<
  PlatformOffer,
  'batch-print' | 'customs' | 'exception-alerts' | 'foreign-traces' | 'cod' | 'insurance' | 'monthly-account'
>;

/** The calls that make up an offer: all are required. */
const callsOf: Readonly<Record<Exclude<PlatformOffer, PlatformService>, readonly PlatformCapability[]>> = {
  'e-waybill': ['book', 'find', 'void'],
  tracking: ['track'],
  'tracking-push': ['subscribe', 'readPush'],
  'address-check': ['parseAddress'],
  'coverage-check': ['checkReach'],
  'freight-estimate': ['freight'],
  'arrival-estimate': ['arrival'],
  pickup: ['orderPickup', 'cancelPickup'],
};

const isService = (offer: PlatformOffer): offer is PlatformService => !Object.hasOwn(callsOf, offer);

/** Does the platform offer this, according to its manifest? */
export function answerOf(
  { capabilities, services }: Pick<PlatformManifest, 'capabilities' | 'services'>,
  offer: PlatformOffer,
): OfferAnswer {
  if (isService(offer)) return services?.[offer] ?? 'unknown';
  return callsOf[offer].every((call) => capabilities.includes(call)) ? 'yes' : 'no';
}

/** The facts about a platform: everything outside its folder that depends on the platform reads this. */
export interface PlatformManifest {
  readonly id: string;
  readonly name: Names;
  /** For a column head. Absent: `name`. */
  readonly shortName?: Names;
  readonly capabilities: readonly PlatformCapability[];
  /** What its bookings support beyond single calls, as documented; what is left out is unknown. */
  readonly services?: Readonly<Partial<Record<PlatformService, 'yes' | 'no'>>>;
  /** Countries and regions it is known to deliver to, two letters each. Absent: unknown. */
  readonly destinations?: readonly string[];
  /** false: according to all documents it issues no waybills of this carrier (our code). */
  serves(carrier: string): boolean;
  /** The single carrier of this platform: used for orders that name none. Absent: it offers many. */
  readonly onlyCarrier?: string;
  /** What happens when one order code is sent twice; decides how an unknown outcome is settled. */
  readonly repeatClass: 'same-reference-safe' | 'query-by-reference' | 'neither';
  /** How long the platform keeps an order code: a later repeat would book again. Absent: for ever. */
  readonly repeatWindowMs?: number;
  /** How long a new booking may stay invisible to `find`: until then its "no" is not believed. Absent: not at all. */
  readonly visibleAfterMs?: number;
  /** Least time between two queries of one number; the platform locks it otherwise. Absent: no such rule. */
  readonly trackIntervalMs?: number;
  /** Daily queries of the free plan; a shop that has bought more sets its own. Absent: none is published. */
  readonly trackPerDay?: number;
  /** Requests a second the platform allows, per interface group; `rateOf` reads it. */
  readonly ratePerSecond: {
    /** e-waybills: book, find, void, balance */
    readonly book: number;
    readonly track: number;
    /** questions: address, reach, freight, arrival, subscription; absent: as `track` */
    readonly ask?: number;
    /** pickups; absent: as `book` */
    readonly pickup?: number;
  };
  /** Parallel calls that keep that rate busy at ordinary latency. */
  readonly concurrency: number;
  /** Longest order code the platform takes, in characters. */
  readonly orderCodeMaxLength: number;
  /** true: works without any network, books nothing real. */
  readonly isEmbedded: boolean;
  /** Base addresses, the booking address first; an account's own endpoint replaces them. Empty: embedded. */
  readonly endpoints: readonly PlatformEndpoint[];
  /** The published test system. Absent: none. */
  readonly testSystem?: TestSystem;
  /** The account field that asks for the carrier's own HTML label with a booking: `1` yes. Absent: the platform has none. */
  readonly templateField?: string;
  /** The carriers' products by the names people write; absent: every name is sent unchanged. */
  readonly products?: readonly CarrierProduct[];
  /** Fields of the account form besides id and secret. */
  readonly accountFields: readonly AccountField[];
  /** Fields that single carriers need besides the common ones. */
  readonly carrierFields: readonly CarrierField[];
  /** The platform's names for the fields of an order file, by our names. Left out: it has no such field. */
  readonly orderFields: Readonly<Record<string, string>>;
}

export interface CarrierProduct {
  /** Our carrier codes; absent: of every carrier. */
  readonly carriers?: readonly string[];
  readonly names: readonly string[];
  /** The platform's value. Empty: the account's, which is the standard product. */
  readonly value: string;
  /** Its key in `BookingRequest.carrierFields`; absent: it is the product. */
  readonly field?: string;
}

const plainName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The platform's value of a product that an order names; an unknown name stays, and is reported before sending. */
export function productAt(
  platform: Pick<PlatformManifest, 'products'> | undefined,
  carrier: string,
  name: string,
): { readonly product: string; readonly carrierFields?: Readonly<Record<string, string>> } {
  const known = platform?.products?.find(
    ({ carriers, names }) =>
      (carriers === undefined || carriers.includes(carrier)) &&
      names.some((one) => plainName(one) === plainName(name)),
  );
  if (known === undefined) return { product: name };
  const { value, field } = known;
  return field === undefined ? { product: value } : { product: '', carrierFields: { [field]: value } };
}

/** The common name of a booked product; empty: the standard one, or none was named. */
export function productNameAt(
  platform: Pick<PlatformManifest, 'products'> | undefined,
  carrier: string,
  booked: { readonly product?: string; readonly carrierFields?: Readonly<Record<string, string>> },
): string {
  const known = platform?.products?.find(
    ({ carriers, value, field }) =>
      (carriers === undefined || carriers.includes(carrier)) &&
      value !== '' &&
      (field === undefined ? booked.product : booked.carrierFields?.[field]) === value,
  );
  return known?.names[0] ?? '';
}

export interface PlatformEndpoint {
  readonly url: string;
  /** `plain`: without encryption, so neither real keys nor real persons may be sent there. */
  readonly link: 'https' | 'plain';
}

/** Only for the small-order test, which sends made-up persons and never the real key over a plain link. */
export interface TestSystem extends PlatformEndpoint {
  /** Where its keys come from. */
  readonly keys: Names;
}

export interface AccountField {
  readonly key: string;
  readonly name: Names;
  readonly isSecret: boolean;
  /** A contract number: masked like a secret, but useless alone. */
  readonly isContractNumber?: true;
  /** Absent: free text. */
  readonly kind?: 'text' | 'whole-number' | 'number' | 'choice';
  /** For a choice: the platform's values. */
  readonly choices?: readonly string[];
  /** Absent: optional. */
  readonly isRequired?: boolean;
}

export interface FieldChoice {
  /** The platform's value. */
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** Something one carrier (or a few) wants at this platform, by the platform's own name. */
export interface CarrierField {
  /** Our carrier codes. */
  readonly carriers: readonly string[];
  /** Name of the account field, or of the entry in `BookingRequest.carrierFields`. */
  readonly key: string;
  /** `account`: the same for every parcel, asked once · `order`: of one parcel; an account may hold the usual answer. */
  readonly of: 'account' | 'order';
  /**
   * `always`: the carrier refuses without · `usually`: only some contracts go without · `for-product`: only with the
   * product named in `product` · `abroad`: only to Hong Kong, Macao and Taiwan · `no`: it may be left out.
   */
  readonly required: 'always' | 'usually' | 'for-product' | 'abroad' | 'no';
  readonly product?: string;
  readonly isSecret?: true;
  readonly isContractNumber?: true;
  /** What the carrier itself calls it. */
  readonly zh: string;
  readonly en: string;
  /** Where it is found, in one sentence. */
  readonly hintZh?: string;
  readonly hintEn?: string;
  /** Invented, in the right form. */
  readonly example?: string;
  readonly choices?: readonly FieldChoice[];
  /** Sent when neither order nor account says anything. */
  readonly fallback?: string;
}

/** The fields of one carrier; empty: it wants nothing more. */
export function fieldsOfCarrier(
  { carrierFields }: Pick<PlatformManifest, 'carrierFields'>,
  carrier: string,
): readonly CarrierField[] {
  return carrierFields.filter(({ carriers }) => carriers.includes(carrier));
}

/** Requests a second of one interface group; what a manifest leaves out follows the nearest group. */
export function rateOf(
  { ratePerSecond }: Pick<PlatformManifest, 'ratePerSecond'>,
  group: 'book' | 'track' | 'ask' | 'pickup',
): number {
  const { book, track, ask = track, pickup = book } = ratePerSecond;
  return { book, track, ask, pickup }[group];
}

/** A field with these values to choose from. */
export const choiceOf = (...choices: readonly string[]) => ({ kind: 'choice', choices }) as const;

/** One row of `accountFields`. */
export function accountField(
  key: string,
  zh: string,
  en: string,
  more: Partial<Omit<AccountField, 'key' | 'name'>> = {},
): AccountField {
  return { key, name: { 'zh-CN': zh, en }, isSecret: false, ...more };
}
