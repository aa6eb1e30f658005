import type { DeliveryState, DoorEventType } from '../../../shared/domain/door.ts';

/** A program that may knock at the automation door. */
export interface DoorToken {
  readonly id: string;
  readonly name: string;
  /** `DoorScope`s, separated by spaces. */
  readonly scopes: string;
  /** The digest of its secret, which is not kept. */
  readonly digest: string;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  readonly usedAt: number | null;
}

/** What was answered to a call that may come again under the same key. */
export interface DoorAnswer {
  readonly tokenId: string;
  readonly callKey: string;
  /** The digest of what was asked. */
  readonly digest: string;
  readonly answerJson: string;
  readonly at: number;
}

/** What happened, numbered in the order it became true; written by triggers beside the change itself, of new orders by `addOrders`. */
export interface StoredDoorEvent {
  readonly no: number;
  readonly at: number;
  readonly type: DoorEventType;
  readonly orderNo: string;
  readonly waybillNo: string;
  readonly state: string;
  readonly code: string;
}

/** A program's address that events are posted to. */
export interface DoorWebhook {
  readonly id: string;
  readonly name: string;
  /** Its host: what may be shown. */
  readonly target: string;
  /** Address, and the key that signs. */
  readonly sealedFields: string;
  /** `DoorEventType`s, separated by spaces. */
  readonly events: string;
  readonly createdAt: number;
  readonly createdBy: string;
  /** Posts in a row that did not get through. */
  readonly failures: number;
  /** Left alone until then. */
  readonly nextAt: number;
  readonly failingSince: number | null;
  readonly errorCode: string;
  readonly errorParamsJson: string;
  readonly sentAt: number | null;
}

/** An event on its way to a webhook; gone once it has arrived. */
export interface DoorDelivery {
  readonly webhookId: string;
  readonly eventNo: number;
  readonly state: DeliveryState;
  /** Why it was given up. */
  readonly code: string;
}

export interface DoorTables {
  readonly doorTokens: DoorToken;
  readonly doorAnswers: DoorAnswer;
  readonly doorEvents: StoredDoorEvent;
  readonly doorWebhooks: DoorWebhook;
  readonly doorDeliveries: DoorDelivery;
}
