import { markAlarmSeen } from '../../usecases/insight/alarms/raiseAlarm.ts';
import { readAlarmHistory, readOpenAlarms } from '../../usecases/insight/alarms/readAlarms.ts';
import { doesThen, onWorkspace } from '../gate.ts';

const alarmsRouter = onWorkspace('alarms', {
  open: readOpenAlarms,
  history: readAlarmHistory,
  seen: doesThen((workspace, { alarmId }) => markAlarmSeen(workspace, alarmId), readOpenAlarms),
});

export const alarmsRouters = { alarms: alarmsRouter };
