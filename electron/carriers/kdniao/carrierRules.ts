import { carrierRow, isFreightCarrier } from '../../../shared/domain/carriers/carrierTable.ts';
import { fieldsOfCarrier } from '../kit/manifest.ts';
import { kdniaoManifest } from './manifest.ts';

/** What one carrier needs besides the common fields, from the carrier table and its fields. */
export interface CarrierRule {
  /** Priced by weight and volume: a booking without both is refused. */
  readonly isMeasured: boolean;
  readonly needsPhoneTail: boolean;
  /** Defaults when neither order nor account has a value, by the vendor's names: PostCode, DeliveryMethod … */
  readonly fallbacks: Readonly<Record<string, string>>;
}

/** Express carriers of which KDNiao wants weight and volume as of freight (its 1007 documents). */
const measuredExpress: ReadonlySet<string> = new Set(['JD']);

export function carrierRule(code: string): CarrierRule {
  const row = carrierRow(code);
  const fallbacks = fieldsOfCarrier(kdniaoManifest, code).flatMap(({ key, fallback, required }) =>
    fallback === undefined || required === 'abroad' ? [] : [[key, fallback] as const],
  );
  return {
    isMeasured: isFreightCarrier(code) || measuredExpress.has(code),
    needsPhoneTail: row?.needsPhoneTail === true,
    fallbacks: Object.fromEntries(fallbacks),
  };
}
