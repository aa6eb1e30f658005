import type { Wording } from '../wording.ts';
import type { alarms as chinese } from '../zh-CN/alarms.ts';

export const alarms: Wording<typeof chinese> = {
  alarm: {
    signature: 'Key or signature refused',
    permission: 'No permission for the interface',
    arrears: 'Account in arrears',
    'network-down': 'No network',
    'platform-down': 'Platform not reachable',
    'ship-by': 'Ship-by time at risk',
    'stuck-orders': 'Orders stuck',
    printer: 'Printer stopped',
    'error-rate': 'Error rate too high',
    balance: 'Waybills or balance low',
    'sync-delay': 'Tracking is behind',
    handover: 'Parcels not handed over',
    cases: 'Exceptions overdue',
    'backup-age': 'Backup too old',
    'channel-down': 'Alarm channel not working',
  },
  alarmSays: {
    signature: 'The platform refuses the id, key or signature of “{{name}}”: it cannot book. {{code}}',
    permission: '“{{name}}” has no permission for this interface, or is disabled. {{code}}',
    arrears: '“{{name}}” is in arrears at its platform: it cannot book until that is paid. {{code}}',
    'network-down':
      'No platform has been reachable for {{span}}: this computer has most likely lost its network.',
    'platform-down':
      '“{{name}}” has not been reachable, or has not answered, for {{span}}; orders waiting: {{waiting}}.',
    'ship-by':
      'Orders due within {{hours}} h and not handed over: {{count}}. Where the file names no ship-by time, {{limit}} h from payment or import are reckoned.',
    'stuck-orders': 'Orders that have waited longer than {{span}} for a waybill: {{count}}.',
    printer: 'The printer “{{name}}” has been stopped for {{span}}; labels waiting: {{waiting}}.',
    'error-rate':
      '“{{name}}”: {{faults}} of {{calls}} calls of the last {{span}} failed ({{percent}}%), more than {{limit}}%.',
    balance: '“{{name}}” has only {{total}} {{unit}} left, less than {{limit}}.',
    'sync-delay': 'Parcels whose tracking is due and has not come: {{count}}; the oldest is {{span}} late.',
    handover:
      'Lists past the pickup cut-off that nobody signed: {{lists}}; parcels the courier left behind: {{parcels}}.',
    cases: 'Exceptions past their due time: {{count}}.',
    'backup-age': 'No backup has succeeded for {{span}}.',
    'backup-age-never': 'In use for {{span}}, and never backed up.',
    'backup-age-second': 'The second backup location has had no copy for {{span}}.',
    'channel-down':
      'The channel “{{name}}” has not got through for {{span}}. Messages are kept and sent as one when it works again. {{code}}',
  },
  alarmSteps: {
    signature:
      'Check merchant id and key at the platform; they may have been reset.\nEnter them again in Settings → Accounts and press Test connection.\nOnce the test passes the account resumes, and waiting orders go on.\nIn a hurry: switch to the backup account first.',
    permission:
      'At the platform, check that the interface is enabled, the account active, and the IP list right.\nAsk the platform’s support to enable it; give the account id and the error above.\nThen press Test connection in Settings → Accounts: it resumes once that passes.\nIn a hurry: switch to the backup account first.',
    arrears:
      'Top up at the platform, or ask whoever pays.\nThen press Test connection in Settings → Accounts: it resumes once that passes.\nIn a hurry: switch to the backup account first.',
    'network-down':
      'Check cable and router; try any page on a phone.\nRestart the router, or use a phone’s hotspot.\nImporting, correcting and packing go on meanwhile; orders queue and are booked once the network is back.',
    'platform-down':
      'Open the platform’s site on a phone: is it down itself?\nIf only this one is down, switch to the backup account: waiting orders go over.\nUnconfirmed orders stay with this account and are only asked about; nothing is booked twice.\nOnce it is healthy again, switch back.',
    'ship-by':
      'Open Ship and take the most urgent orders first.\nOrders stuck at booking: switch to the backup account, or enter waybills by hand.\nWhat cannot make it: tell the buyer or the shop platform.',
    'stuck-orders':
      'Open Ship and look at queued and unconfirmed orders; each says why.\nIf an account has stopped, deal with its alarm first; in a hurry, switch to the backup account.\nUnconfirmed ones: check at the platform as the order says; do not book them again.',
    printer:
      'Look at the printer: paper, cover, red light.\nCheck data cable and power; a network printer’s cable.\nIt goes on automatically; if that takes too long, move its labels to another printer in Print.',
    'error-rate':
      'Open the call log: which error is the most frequent?\nMany timeouts: check the network here, then the platform’s notices.\nIf it does not fall, switch to the backup account and report the error to the platform’s support.',
    balance:
      'Buy numbers from the branch, or top up at the platform.\nMeanwhile set a backup account: orders go over once nothing is left.',
    'sync-delay':
      'Is today’s number of queries used up, or a platform not reachable?\nToo few queries: follow fewer parcels, or add an account for tracking.\nWhen a buyer asks, go by “last checked”; silence here does not mean that nothing moves.',
    handover:
      'If the courier is still here, have the lists signed: Bench → Handover → Not signed.\nParcels left behind: give them to the courier, or put them on the next list.\nIf the courier has gone: call them back, or agree on another time.',
    cases:
      'Open the exceptions in Track and begin with the worst.\nGive an owner and a due time to those that have none.',
    'backup-age':
      'Press Back up now in Settings → Backups.\nIf that fails: check disk space and permissions.\nSecond location missing: plug the drive in, it catches up automatically.',
    'channel-down':
      'See the reason above: without network there is nothing to do, it recovers automatically.\nRefused: is the robot still in the group? Enter its address and secret again if they changed.\nThen send a test message.',
  },
  alarmState: { raised: 'Open', seen: 'Acknowledged', cleared: 'Over' },
  alarmSeverity: { urgent: 'Urgent', warning: 'Warning' },
  alarmEnding: { healthy: 'healthy again', gone: 'no longer exists' },
  alarmArea: {
    platforms: 'Platforms and accounts',
    printing: 'Printing',
    orders: 'Orders and shipping',
    computer: 'Computer and network',
  },
  channelKind: {
    wecom: 'WeCom group',
    dingtalk: 'DingTalk group',
    feishu: 'Feishu group',
    webhook: 'Webhook',
    smtp: 'Mail',
  },
  messageEvent: { raised: 'Alarm', still: 'Still open', cleared: 'Over', test: 'Test' },
  messageState: {
    waiting: 'waiting',
    sending: 'being sent',
    sent: 'sent',
    unknown: 'may have arrived',
    expired: 'too old, not sent',
    dropped: 'over, not needed',
  },
  laneEvent: { switched: 'switched to the backup', 'switched-back': 'switched back' },
  alarmLimit: {
    errorPermille: 'error rate (‰)',
    errorWindowMinutes: 'window in minutes',
    errorMinimumCalls: 'calls it takes at least',
    syncDelayMinutes: 'minutes tracking may be late',
    printerMinutes: 'minutes a printer may be stopped',
    stuckMinutes: 'minutes a booking may take',
    shipWithinHours: 'hours from payment or import to handover, where the file names no ship-by time',
    shipByHours: 'hours before that to raise the alarm',
    remindMinutes: 'minutes until an open alarm is sent once more',
  },
  alarmText: {
    one: '[{{event}}] {{title}}: {{says}}',
    many: 'ShipDesk: {{count}} alarms',
    single: 'ShipDesk {{event}}: {{title}}',
    since: ' (for {{span}})',
    test: 'This is a test message. If you read it, the channel works.',
    numbers: 'waybill numbers',
    minutes: '{{count}} min',
    hours: '{{count}} h',
    days: '{{count}} d',
  },
};
