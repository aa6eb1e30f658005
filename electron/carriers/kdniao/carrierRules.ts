/** What single carriers ask for beyond the common fields, by KDNiao's ShipperCode. */
export interface CarrierRule {
  /** Freight: priced by weight, so a booking without one is refused. */
  readonly isFreight?: true;
  /** PostCode of both sides is a required field. */
  readonly needsPostCode?: true;
  /** Tracking is answered only with the last four digits of sender's or receiver's phone. */
  readonly needsPhoneTail?: true;
  /** DeliveryMethod is required; this one (to the door) is sent when the account names none. */
  readonly deliveryMethod?: number;
}

/**
 * Sources: vendor demo headers (post code, delivery method, SF phone tail) and the vendor's MCP server of 2025
 * (phone tail for ZTO and KYSY).
 */
export const carrierRules: Readonly<Record<string, CarrierRule>> = {
  SF: { needsPhoneTail: true },
  ZTO: { needsPhoneTail: true },
  KYSY: { needsPhoneTail: true },
  EMS: { needsPostCode: true },
  YZPY: { needsPostCode: true },
  YZBK: { needsPostCode: true },
  JTSD: { deliveryMethod: 3 },
  DBL: { deliveryMethod: 3 },
  DBLKY: { isFreight: true, deliveryMethod: 3 },
  ZYE: { deliveryMethod: 1 },
  JDKY: { isFreight: true },
  BTWL: { isFreight: true },
  ANEKY: { isFreight: true },
  ZTOKY: { isFreight: true },
  YDKY: { isFreight: true },
  SX: { isFreight: true },
  YMDD: { isFreight: true },
  HOAU: { isFreight: true },
};

export function carrierRule(code: string): CarrierRule {
  return Object.hasOwn(carrierRules, code) ? (carrierRules[code] ?? {}) : {};
}
