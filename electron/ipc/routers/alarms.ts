import { alarmsContracts } from '../../../shared/contracts/insight/alarms.ts';
import {
  changeAlarmRules,
  readAlarmRules,
  readContacts,
  saveContacts,
} from '../../usecases/insight/alarms/alarmRules.ts';
import {
  readChannels,
  removeChannel,
  saveChannel,
  testChannel,
} from '../../usecases/insight/alarms/channels.ts';
import { markAlarmSeen, silenceAlarm } from '../../usecases/insight/alarms/raiseAlarm.ts';
import { readAlarmHistory, readOpenAlarms } from '../../usecases/insight/alarms/readAlarms.ts';
import { checkAccount, readSheet } from '../../usecases/insight/alarms/sheet.ts';
import { switchBack, switchToBackup } from '../../usecases/insight/alarms/switchAccount.ts';
import { does, doesThen, gateOf, unwrap } from '../gate.ts';

const { onWorkspace } = gateOf(alarmsContracts);

const alarmsRouter = onWorkspace('alarms', {
  open: readOpenAlarms,
  history: readAlarmHistory,
  silence: doesThen(silenceAlarm, readOpenAlarms),
  rules: readAlarmRules,
  setRules: does(changeAlarmRules),
  contacts: async (workspace) => [...(await readContacts(workspace))],
  setContacts: doesThen(
    (workspace, { contacts }) => saveContacts(workspace, contacts),
    async (workspace) => [...(await readContacts(workspace))],
  ),
  sheet: does(readSheet),
  checkAccount: async (workspace, { alarmId, accountId }) => {
    unwrap(await checkAccount(workspace, accountId));
    return unwrap(await readSheet(workspace, { alarmId }));
  },
  switch: async (workspace, asked) => {
    unwrap(await switchToBackup(workspace, asked));
    return unwrap(await readSheet(workspace, asked));
  },
  switchBack: async (workspace, asked) => {
    unwrap(await switchBack(workspace, asked));
    return unwrap(await readSheet(workspace, asked));
  },
  seen: doesThen((workspace, { alarmId }) => markAlarmSeen(workspace, alarmId), readOpenAlarms),
});

const alarmChannelsRouter = onWorkspace('alarmChannels', {
  list: readChannels,
  save: doesThen(saveChannel, readChannels),
  remove: doesThen((workspace, { channelId }) => removeChannel(workspace, channelId), readChannels),
  test: doesThen((workspace, { channelId }) => testChannel(workspace, channelId), readChannels),
});

export const alarmsRouters = { alarms: alarmsRouter, alarmChannels: alarmChannelsRouter };
