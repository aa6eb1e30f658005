import type { implement } from '@orpc/server';
import { carrierFieldView } from '../../../electron/ipc/views.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { SettingsView } from '../../../shared/contracts/settings.ts';
import { fieldsOfCarrier } from '../../../shared/domain/carriers/carrierFields.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const plainField = (key: string, isSecret: boolean) => ({
  key,
  isSecret,
  kind: 'text' as const,
  choices: [],
  isRequired: false,
});

/** Settings of the page's double: sender, accounts, printers, call log. */
export function pageSettings(os: Os, world: PageWorld) {
  const { orders, own, now, fail, tell } = world;
  return {
    get: os.settings.get.handler(() => own.settings),
    set: os.settings.set.handler(({ input }) => {
      own.settings = { ...own.settings, ...input } as SettingsView;
      tell('settings', 'status');
      return own.settings;
    }),
    platforms: os.settings.platforms.handler(() => [
      {
        id: 'practice',
        nameZh: '练习平台',
        nameEn: 'Practice',
        isEmbedded: true,
        capabilities: [],
        accountFields: [],
      },
      {
        id: 'kdniao',
        nameZh: '快递鸟',
        nameEn: 'KDNiao',
        isEmbedded: false,
        capabilities: ['balance'],
        accountFields: [
          plainField('CustomerName', false),
          plainField('CustomerPwd', true),
          plainField('MonthCode', true),
          plainField('SendSite', false),
          plainField('PayType', false),
          plainField('ExpType', false),
        ],
      },
      {
        id: 'kuaidi100',
        nameZh: '快递100',
        nameEn: 'Kuaidi100',
        isEmbedded: false,
        capabilities: ['balance'],
        accountFields: [plainField('partnerId', false), plainField('partnerKey', true)],
      },
      {
        id: 'sf',
        nameZh: '顺丰',
        nameEn: 'SF Express',
        isEmbedded: false,
        capabilities: ['balance'],
        accountFields: [plainField('monthlyCard', false)],
      },
    ]),
    carriers: os.settings.carriers.handler(() => [
      { code: 'ZTO', nameZh: '中通快递', nameEn: 'ZTO Express' },
      { code: 'YTO', nameZh: '圆通速递', nameEn: 'YTO Express' },
      { code: 'SF', nameZh: '顺丰速运', nameEn: 'SF Express' },
      { code: 'STO', nameZh: '申通快递', nameEn: 'STO Express' },
      { code: 'YD', nameZh: '韵达速递', nameEn: 'Yunda Express' },
    ]),
    carrierFields: os.settings.carrierFields.handler(({ input }) =>
      fieldsOfCarrier(input.platform, input.carrier).map(carrierFieldView),
    ),
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
    removeAccount: os.settings.removeAccount.handler(({ input }) => {
      const row = own.accounts.find(({ id }) => id === input.accountId);
      if (row !== undefined && row.unfinished > 0)
        fail('ACCOUNT_IN_USE', { name: row.name, count: row.unfinished });
      own.accounts = own.accounts.filter(({ id }) => id !== input.accountId);
      tell('settings', 'status');
      return own.accounts;
    }),
    testAccount: os.settings.testAccount.handler(() => ({ ok: true, errorCode: '', durationMs: 214 })),
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
    backUp: os.settings.backUp.handler(() => ({
      file: '/backups/shipdesk.sdbackup',
      orders: orders.length,
      isBoundToMachine: false,
    })),
    divisions: os.settings.divisions.handler(() => ({
      version: '2024.1',
      date: '2024-12-31',
      refusedUpdate: null,
    })),
  };
}
