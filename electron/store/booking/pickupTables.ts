import type { PickupKind, PickupStage } from '../../../shared/domain/pickup.ts';

/** One courier called for one order. */
export interface StoredPickup {
  readonly id: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly accountId: string;
  readonly platform: string;
  readonly carrier: string;
  /** The code the platform knows it by; one account never uses one twice. */
  readonly orderCode: string;
  readonly kind: PickupKind;
  readonly state: PickupStage;
  readonly version: number;
  /** The frozen request: every repeat sends exactly this. */
  readonly requestJson: string;
  /** UTC ms; null: whenever the carrier comes. */
  readonly startAt: number | null;
  readonly endAt: number | null;
  /** Number the platform gave with it; empty: none, or not yet. */
  readonly waybillNo: string;
  readonly platformRef: string;
  /** Last word of the platform, raw. */
  readonly rawState: string;
  /** Told by the platform; null: not told. */
  readonly costFen: number | null;
  readonly errorCode: string;
  readonly errorParamsJson: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}
