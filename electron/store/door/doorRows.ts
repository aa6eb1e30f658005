/** A program that may knock at the automation door. */
export interface DoorToken {
  readonly id: string;
  readonly name: string;
  /** `DoorScope`s, separated by spaces. */
  readonly scopes: string;
  /** Of its secret only the digest. */
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
  /** Of what was asked. */
  readonly digest: string;
  readonly answerJson: string;
  readonly at: number;
}

export interface DoorTables {
  readonly doorTokens: DoorToken;
  readonly doorAnswers: DoorAnswer;
}
