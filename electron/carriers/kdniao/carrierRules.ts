import { carrierRow, isFreightCarrier } from '../../../shared/domain/carriers/carrierTable.ts';
import { fieldsOfCarrier } from '../kit/manifest.ts';
import { kdniaoManifest } from './manifest.ts';

/** What one carrier needs besides the common fields, from the carrier table and its fields. */
export interface CarrierRule {
  /** Priced by weight, so a booking without one is refused. */
  readonly isFreight: boolean;
  readonly needsPhoneTail: boolean;
  /** Defaults when neither order nor account has a value, by the vendor's names: PostCode, DeliveryMethod … */
  readonly fallbacks: Readonly<Record<string, string>>;
}

export function carrierRule(code: string): CarrierRule {
  const row = carrierRow(code);
  const fallbacks = fieldsOfCarrier(kdniaoManifest, code).flatMap(({ key, fallback, required }) =>
    fallback === undefined || required === 'abroad' ? [] : [[key, fallback] as const],
  );
  return {
    isFreight: isFreightCarrier(code),
    needsPhoneTail: row?.needsPhoneTail === true,
    fallbacks: Object.fromEntries(fallbacks),
  };
}
