import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type CarrierPlatform, platformById } from '../../carriers/kit/carrierPlatform.ts';
import type { Account } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { forgetProof, proveSignature } from '../booking/goLive/proof.ts';
import { wakeAccountLane } from '../booking/lanes.ts';
import { recordAct } from '../operators/acts.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { checkAccountFields, isSecretField } from './accountFields.ts';
import { type AccountTest, isAllowedEndpoint, tryKeys } from './accounts.ts';
import { fieldsOf } from './openAccount.ts';

type AccountChange = Asked<'settings', 'changeAccount'>;
type Fields = Readonly<Record<string, string>>;

/** What a form begins with: everything but the secrets, of which it only says that they are there. */
export async function readAccount(
  { store, platforms, secretBox }: Workspace,
  accountId: string,
): Promise<Outcome<Answered<'settings', 'account'>>> {
  const row = await store.read.accounts.byId(accountId);
  const manifest = platformById(platforms, row?.platform)?.manifest;
  if (row === undefined || manifest === undefined) return failure('ACCOUNT_GONE');
  const fields = Object.entries(fieldsOf(secretBox, row));
  return done({
    ...row,
    fields: Object.fromEntries(fields.filter(([key]) => !isSecretField(manifest, key))),
    keptSecrets: fields.map(([key]) => key).filter((key) => isSecretField(manifest, key)),
  });
}

export interface ChangedAccount {
  readonly account: Account;
  /** false: the platform did not accept the new keys, and nothing was changed. */
  readonly isSaved: boolean;
  /** null: nothing was changed that a call could prove, or nobody wanted it proven. */
  readonly test: AccountTest | null;
}

/** An account as it will be, and what of it changes. */
interface Draft {
  readonly row: Account;
  readonly secret: string;
  readonly fields: Fields;
  readonly changed: readonly string[];
}

/**
 * Changes key, name, address or fields of an account; its id, and with it parcels, rules and history, stays. A new key is
 * proven with one harmless call before it takes the old one's place, so that no booking is tried with a wrong one. Calls
 * that are under way end with the key they began with; the next one has the new.
 */
export async function changeAccount(
  workspace: Workspace,
  change: AccountChange,
): Promise<Outcome<ChangedAccount>> {
  const before = await workspace.store.read.accounts.byId(change.accountId);
  const platform = platformById(workspace.platforms, before?.platform);
  if (before === undefined || platform === undefined) return failure('ACCOUNT_GONE');
  const draft = draftOf(workspace, before, change);
  const wrong = refusal(platform, draft) ?? (await heldBack(workspace, workspace.store.read, draft));
  if (wrong !== null) return wrong;
  const isProvable = draft.changed.some((part) => provable.has(part));
  const test =
    isProvable && !change.isUntested ? await tryKeys(workspace, openedDraft(platform, draft)) : null;
  if (test?.ok === false) return done({ account: before, isSaved: false, test });
  const saved = await save(workspace, change, test);
  if (!saved.ok) return saved;
  if (test !== null) await wakeAccountLane(workspace, before.id);
  return done({ account: saved.value, isSaved: true, test });
}

/** What the harmless call tells true from false. */
const provable: ReadonlySet<string> = new Set(['key', 'merchantId', 'endpoint']);

function draftOf({ secretBox }: Workspace, before: Account, change: AccountChange): Draft {
  const oldFields = fieldsOf(secretBox, before);
  const oldSecret = secretBox.open(before.sealedSecret, before.id);
  const { name = before.name, merchantId = before.merchantId, endpoint = before.endpoint } = change;
  const secret = change.secret === undefined || change.secret === '' ? oldSecret : change.secret;
  const merged = { ...oldFields, ...change.fields };
  const fields = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
  const keys = [...new Set([...Object.keys(oldFields), ...Object.keys(fields)])];
  return {
    row: { ...before, name, merchantId, endpoint },
    secret,
    fields,
    changed: [
      ...(name === before.name ? [] : ['name']),
      ...(merchantId === before.merchantId ? [] : ['merchantId']),
      ...(endpoint === before.endpoint ? [] : ['endpoint']),
      ...(secret === oldSecret ? [] : ['key']),
      ...keys.filter((key) => (oldFields[key] ?? '') !== (fields[key] ?? '')),
    ],
  };
}

/** null: nothing is wrong with the account as it would be. */
function refusal({ manifest }: CarrierPlatform, { row, secret, fields }: Draft): Failure | null {
  if (row.endpoint !== null && !isAllowedEndpoint(row.endpoint)) return failure('ACCOUNT_ENDPOINT_INVALID');
  if (!manifest.isEmbedded && (row.merchantId === '' || secret === ''))
    return failure('ACCOUNT_SECRET_MISSING', { name: row.name });
  const checked = checkAccountFields(manifest, fields);
  return checked.ok ? null : checked;
}

/**
 * What parcels on their way forbid: their platform is asked after them where they were booked, and a booking whose outcome
 * is not known is repeated word for word. null: nothing stands against the change.
 */
async function heldBack(
  { platforms }: Workspace,
  read: Repositories,
  { row, changed }: Draft,
): Promise<Failure | null> {
  const { id, name } = row;
  if (changed.includes('name')) {
    const named = await read.accounts.byName(name);
    if (named !== undefined && named.id !== id) return failure('ACCOUNT_EXISTS', { name });
  }
  const ids = await read.accounts.idsOf(id);
  const held = new Map((await read.bookings.heldCounts(ids)).map(({ state, total }) => [state, total]));
  const sum = (...states: readonly Parameters<typeof held.get>[0][]) =>
    states.reduce((total, state) => total + (held.get(state) ?? 0), 0);
  if (changed.includes('merchantId') || changed.includes('endpoint')) {
    const count = sum('sending', 'unsure', 'voiding', 'booked') + (await read.pickups.countOpen(ids));
    if (count > 0) return failure('ACCOUNT_MERCHANT_KEPT', { name, count });
  }
  const manifest = platformById(platforms, row.platform)?.manifest;
  const spoken = changed.filter(
    (part) => !accountParts.has(part) && manifest !== undefined && !isSecretField(manifest, part),
  );
  const count = sum('sending', 'unsure');
  return spoken.length > 0 && count > 0 ? failure('ACCOUNT_BUSY', { name, count }) : null;
}

const accountParts: ReadonlySet<string> = new Set([...provable, 'name']);

function openedDraft(platform: CarrierPlatform, { row, secret, fields }: Draft) {
  const { id, merchantId, endpoint } = row;
  return { row, platform, account: { id, merchantId, endpoint, secret, fields } };
}

/** On the row as it is by now: somebody else's change of another part stays. */
function save(
  workspace: Workspace,
  change: AccountChange,
  test: AccountTest | null,
): Promise<Outcome<Account>> {
  const { secretBox } = workspace;
  return tryChange(
    workspace,
    ['settings', 'status', 'shipments'],
    async (write): Promise<Outcome<Account>> => {
      const before = await write.accounts.byId(change.accountId);
      if (before === undefined) return failure('ACCOUNT_GONE');
      const draft = draftOf(workspace, before, change);
      const { row, secret, fields, changed } = draft;
      const wrong = await heldBack(workspace, write, draft);
      if (wrong !== null) return wrong;
      if (changed.length === 0) return done(row);
      const saved: Account = {
        ...row,
        sealedSecret: secretBox.seal(secret, row.id),
        sealedFields: secretBox.seal(JSON.stringify(fields), row.id),
      };
      const { id, createdAt: _, platform: __, ...patch } = saved;
      await write.accounts.update(id, patch);
      if (changed.includes('name')) await write.shipments.renameInReasons(id, row.name, 'ACCOUNT_LOCKED');
      if (changed.includes('merchantId') || changed.includes('endpoint'))
        await forgetProof(write, id, 'merchant');
      else if (changed.includes('key')) await forgetProof(write, id, 'key');
      if (test !== null) {
        await write.lanes.lift(id);
        await proveSignature(workspace, write, saved, test.durationMs);
      }
      const names = before.name === saved.name ? saved.name : `${before.name} → ${saved.name}`;
      const parts = changed.filter((part) => part !== 'name');
      await recordAct(workspace, write, { kind: 'account-changed', what: [names, ...parts].join(' ') });
      return done(saved);
    },
  );
}
