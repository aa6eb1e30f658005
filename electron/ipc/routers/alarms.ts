import {
  readChannels,
  removeChannel,
  saveChannel,
  testChannel,
} from '../../usecases/insight/alarms/channels.ts';
import { markAlarmSeen } from '../../usecases/insight/alarms/raiseAlarm.ts';
import { readAlarmHistory, readOpenAlarms } from '../../usecases/insight/alarms/readAlarms.ts';
import { doesThen, onWorkspace } from '../gate.ts';

const alarmsRouter = onWorkspace('alarms', {
  open: readOpenAlarms,
  history: readAlarmHistory,
  seen: doesThen((workspace, { alarmId }) => markAlarmSeen(workspace, alarmId), readOpenAlarms),
});

const alarmChannelsRouter = onWorkspace('alarmChannels', {
  list: readChannels,
  save: doesThen(saveChannel, readChannels),
  remove: doesThen((workspace, { channelId }) => removeChannel(workspace, channelId), readChannels),
  test: doesThen((workspace, { channelId }) => testChannel(workspace, channelId), readChannels),
});

export const alarmsRouters = { alarms: alarmsRouter, alarmChannels: alarmChannelsRouter };
