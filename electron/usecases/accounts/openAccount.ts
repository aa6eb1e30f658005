import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import {
  type CarrierPlatform,
  type PlatformAccount,
  platformById,
} from '../../carriers/kit/carrierPlatform.ts';
import { accountFieldsJson } from '../../store/booking/bookingJson.ts';
import type { Account } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface OpenAccount {
  readonly row: Account;
  readonly platform: CarrierPlatform;
  /** With the secret unsealed: hand it to the platform's call and let it go. */
  readonly account: PlatformAccount;
}

/**
 * Unseals one account for one call. Of an account that was handed to another one, the other's keys: the row keeps the
 * id that was asked for, by which bookings, journal and calls know it.
 */
export async function openAccount(
  { store, secretBox, platforms, isPractice }: Workspace,
  accountId: string,
): Promise<Outcome<OpenAccount>> {
  const row = await store.read.accounts.inChargeOf(accountId);
  const platform = platformById(platforms, row?.platform);
  if (row === undefined || platform === undefined) {
    const removed = await store.read.removedAccounts.byId(accountId);
    const name = row?.name ?? removed?.name;
    return name === undefined ? failure('ACCOUNT_GONE') : failure('ACCOUNT_NOT_FOUND', { name });
  }
  // Whatever wrote it there: a key that lies in the open books nothing for real.
  if (isPractice && !platform.manifest.isEmbedded) return failure('PRACTICE_REFUSES_REAL_ACCOUNT');
  return done({
    row: { ...row, id: accountId },
    platform,
    account: {
      id: accountId,
      merchantId: row.merchantId,
      secret: secretBox.open(row.sealedSecret, row.id),
      endpoint: row.endpoint,
      // A platform that is a carrier needs no field to say which.
      fields: { ...carrierOf(platform), ...fieldsOf(secretBox, row) },
    },
  });
}

const keyColumns = ['platform', 'merchantId', 'endpoint', 'sealedSecret', 'sealedFields'] as const;

/** The keys of an account that was opened a while ago, as they are now: what nobody has changed since is not unsealed again. */
export async function keysOfNow(workspace: Workspace, opened: OpenAccount): Promise<PlatformAccount> {
  const row = await workspace.store.read.accounts.inChargeOf(opened.row.id);
  if (row === undefined || keyColumns.every((column) => row[column] === opened.row[column]))
    return opened.account;
  const now = await openAccount(workspace, opened.row.id);
  // An account with a booking under way is not removed.
  return now.ok ? now.value.account : opened.account;
}

/** What was filled in besides id and secret. */
export function fieldsOf(secretBox: Workspace['secretBox'], row: Account): Readonly<Record<string, string>> {
  return accountFieldsJson.read(secretBox.open(row.sealedFields, row.id));
}

/** Does the account ask for the carrier's own label? undefined: its platform has none to give. */
export function wantsTemplate({ platform, account }: OpenAccount): boolean | undefined {
  const { templateField } = platform.manifest;
  return templateField === undefined ? undefined : account.fields[templateField] === '1';
}

function carrierOf({ manifest }: CarrierPlatform): Record<string, string> {
  return manifest.onlyCarrier === undefined ? {} : { carrier: manifest.onlyCarrier };
}
