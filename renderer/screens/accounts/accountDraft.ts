/** An account as it is being typed; its secrets live no longer than the form. */
export interface AccountDraft {
  readonly platform: string;
  readonly name: string;
  readonly merchantId: string;
  readonly secret: string;
  readonly endpoint: string;
  readonly fields: Readonly<Record<string, string>>;
}
