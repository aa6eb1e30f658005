import type { implement } from '@orpc/server';
import { platforms } from '../../../electron/carriers/index.ts';
import { carrierFieldsOf, platformView } from '../../../electron/usecases/accounts/platforms.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { SettingsView } from '../../../shared/contracts/settings.ts';
import { pageAccounts } from './pageAccounts.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** As the core shows it, with fewer fields: enough for a form. */
const shownPlatform = (id: string, keys: readonly string[]) => {
  const found = platforms.filter(({ manifest }) => manifest.id === id).map(platformView);
  return found.map((row) => ({
    ...row,
    accountFields: row.accountFields.filter(({ key }) => keys.includes(key)),
  }));
};

/** Settings of the page's double: sender, accounts, printers, call log. */
export function pageSettings(os: Os, world: PageWorld) {
  const { own, now, fail, tell } = world;
  return {
    get: os.settings.get.handler(() => own.settings),
    set: os.settings.set.handler(({ input }) => {
      own.settings = { ...own.settings, ...input } as SettingsView;
      tell('settings', 'status');
      return own.settings;
    }),
    platforms: os.settings.platforms.handler(() => [
      ...shownPlatform('practice', []),
      ...shownPlatform('kdniao', [
        'CustomerName',
        'CustomerPwd',
        'MonthCode',
        'SendSite',
        'PayType',
        'ExpType',
      ]),
      ...shownPlatform('kuaidi100', ['partnerId', 'partnerKey']),
      ...shownPlatform('sf', ['monthlyCard']),
    ]),
    carriers: os.settings.carriers.handler(() => [
      { code: 'ZTO', nameZh: '中通快递', nameEn: 'ZTO Express' },
      { code: 'YTO', nameZh: '圆通速递', nameEn: 'YTO Express' },
      { code: 'SF', nameZh: '顺丰速运', nameEn: 'SF Express' },
      { code: 'STO', nameZh: '申通快递', nameEn: 'STO Express' },
      { code: 'YD', nameZh: '韵达速递', nameEn: 'Yunda Express' },
    ]),
    carrierFields: os.settings.carrierFields.handler(({ input }) => carrierFieldsOf(platforms, input)),
    accounts: os.settings.accounts.handler(() => own.accounts),
    addAccount: os.settings.addAccount.handler(({ input }) => {
      if (own.accounts.some(({ name }) => name === input.name)) fail('ACCOUNT_EXISTS', { name: input.name });
      const row = {
        id: `a${own.accounts.length + 1}-${input.name}`,
        name: input.name,
        platform: input.platform,
        merchantId: input.merchantId,
        endpoint: input.endpoint,
        createdAt: now(),
        unfinished: 0,
      };
      own.accounts = [...own.accounts, row];
      tell('settings', 'status');
      return row;
    }),
    ...pageAccounts(os, world),
    printers: os.settings.printers.handler(() => own.printers),
    addPrinter: os.settings.addPrinter.handler(({ input }) => {
      own.printers = [...own.printers, { ...input, state: 'ready', isDefault: own.printers.length === 0 }];
      tell('settings', 'status');
      return own.printers;
    }),
    removePrinter: os.settings.removePrinter.handler(({ input }) => {
      own.printers = own.printers.filter(({ uri }) => uri !== input.uri);
      tell('settings', 'status');
      return own.printers;
    }),
    divisions: os.settings.divisions.handler(() => ({
      version: '2026.1',
      date: '2026-04-30',
      refusedUpdate: null,
    })),
  };
}
