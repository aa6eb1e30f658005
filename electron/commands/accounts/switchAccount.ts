import { shownEvent } from '../../usecases/insight/alarms/sheet.ts';
import { switchBack, switchToBackup } from '../../usecases/insight/alarms/switchAccount.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, phrases } from '../main/phrases.ts';
import { filledText, required } from '../main/word.ts';
import { account } from './account.ts';

const say = phrases({
  switched: [
    '{from} 的订单改由 {to} 取号：转走 {moved} 单，{stayed} 单可能已取号，留下核对。',
    'Orders of {from} go to {to} now: {moved} moved, {stayed} that may have been booked stayed.',
  ],
  back: ['{from} 恢复自己取号。', '{from} takes its own orders again.'],
});

export const switchCommands: readonly Command[] = [
  command({
    name: 'account switch',
    zh: '切到备用账号：等着的订单转过去，之后的也由它取号，直到 account switch-back',
    en: 'switch to a backup account: waiting orders go over, later ones too, until account switch-back',
    access: 'bookParcels',
    operands: [account],
    options: { to: required(account), reason: filledText('TEXT', 200) },
    async run({ workspace, language, operands: [from], options: { to, reason = '' } }) {
      const asked = { accountId: from.id, toAccountId: to.id, reason, alarmId: '' };
      const event = unwrap(await switchToBackup(workspace, asked));
      const params = { from: from.name, to: to.name, moved: event.moved, stayed: event.stayed };
      return report({ ...shownEvent(event), at: isoTime(event.at) }, [say(language, 'switched', params)]);
    },
  }),
  command({
    name: 'account switch-back',
    zh: '账号恢复后切回自己取号',
    en: 'once the account is well again: it takes its own orders',
    access: 'bookParcels',
    operands: [account],
    options: { reason: filledText('TEXT', 200) },
    async run({ workspace, language, operands: [from], options: { reason = '' } }) {
      const event = unwrap(await switchBack(workspace, { accountId: from.id, reason, alarmId: '' }));
      return report({ ...shownEvent(event), at: isoTime(event.at) }, [
        say(language, 'back', { from: from.name }),
      ]);
    },
  }),
];
