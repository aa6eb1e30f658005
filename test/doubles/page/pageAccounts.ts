import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** The double's platforms refuse this key and no other. */
export const refusedKey = 'wrong-key';

/** Changing, testing and removing accounts of the page's double. */
export function pageAccounts(os: Os, { own, orders, fail, tell }: PageWorld) {
  const known = (id: string) =>
    own.accounts.find((account) => account.id === id) ?? fail('ACCOUNT_NOT_FOUND', { name: '' });
  const heirsOf = (id: string) =>
    own.accounts.filter(
      (other) =>
        other.id !== id && other.platform === known(id).platform && other.merchantId === known(id).merchantId,
    );
  const held = (id: string) =>
    own.accounts[0]?.id === id ? orders.filter(({ shipmentState }) => shipmentState === 'planned') : [];
  const test = (secret = '') =>
    secret === refusedKey
      ? { ok: false, errorCode: 'CARRIER_CREDENTIALS', errorParams: {}, durationMs: 180 }
      : { ok: true, errorCode: '', errorParams: {}, durationMs: 214 };
  return {
    account: os.settings.account.handler(({ input }) => {
      const { id, name, platform, merchantId, endpoint } = known(input.accountId);
      const fields = { CustomerName: 'SHOP01', PayType: '1' };
      return { id, name, platform, merchantId, endpoint, fields, keptSecrets: ['CustomerPwd'] };
    }),
    changeAccount: os.settings.changeAccount.handler(({ input }) => {
      const before = known(input.accountId);
      const { name = before.name, merchantId = before.merchantId, endpoint = before.endpoint } = input;
      if (own.accounts.some((other) => other.id !== before.id && other.name === name))
        fail('ACCOUNT_EXISTS', { name });
      const isTried = input.secret !== undefined && input.secret !== '' && !input.isUntested;
      const tried = isTried ? test(input.secret) : null;
      if (tried?.ok === false) return { account: before, isSaved: false, test: tried };
      if (tried?.ok === true) own.isKeyRefused = false;
      const account = { ...before, name, merchantId, endpoint };
      own.accounts = own.accounts.map((one) => (one.id === account.id ? account : one));
      tell('settings', 'status');
      return { account, isSaved: true, test: tried };
    }),
    accountUse: os.settings.accountUse.handler(({ input }) => ({
      parcels: { planned: held(input.accountId).length, sending: 0, unsure: 0, voiding: 0, booked: 0 },
      orders: held(input.accountId)
        .slice(0, 20)
        .map(({ id: orderId, orderNo }) => ({ orderId, orderNo, state: 'planned' as const })),
      pickups: 0,
      ruleNos: held(input.accountId).length > 0 ? [2] : [],
      isDefault: own.settings.defaultAccountId === input.accountId,
      heirs: heirsOf(input.accountId).map(({ id, name }) => ({ id, name })),
    })),
    removeAccount: os.settings.removeAccount.handler(({ input }) => {
      const row = known(input.accountId);
      const count = held(row.id).length;
      if (count > 0 && input.heirId === null)
        fail('ACCOUNT_IN_USE', { name: row.name, count, waiting: count, unconfirmed: 0, booked: 0 });
      own.accounts = own.accounts.filter(({ id }) => id !== input.accountId);
      tell('settings', 'status');
      return own.accounts;
    }),
    testAccount: os.settings.testAccount.handler(() => test()),
  };
}
