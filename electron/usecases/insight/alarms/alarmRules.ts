import type { AlarmKind } from '../../../../shared/domain/insight/alarm.ts';
import { alarmKinds } from '../../../../shared/domain/insight/alarm.ts';
import {
  type AlarmContact,
  type AlarmLimitName,
  type AlarmRules,
  alarmLimitNames,
  alarmLimits,
  mostContacts,
} from '../../../../shared/domain/insight/alarmRules.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { recordOf } from '../../../../shared/rules/typedRecord.ts';
import { recordAct } from '../../operators/acts.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';

/** The rules in force: values that were never set have their defaults. */
export async function readAlarmRules({ store }: Pick<Workspace, 'store'>): Promise<AlarmRules> {
  const { limits, ...rules } = await store.read.settings.get('alarmRules');
  const limitOf = (name: AlarmLimitName) => limits[name] ?? alarmLimits[name].usual;
  return { ...rules, limits: recordOf(alarmLimitNames, limitOf) };
}

export interface AlarmRulesPatch {
  readonly limits?: Partial<Record<AlarmLimitName, number>> | undefined;
  readonly off?: readonly AlarmKind[] | undefined;
  readonly isDesktopOn?: boolean | undefined;
  readonly isSoundOn?: boolean | undefined;
}

/** Refused as a whole if one limit is out of range. */
export async function changeAlarmRules(
  workspace: Workspace,
  patch: AlarmRulesPatch,
): Promise<Outcome<AlarmRules>> {
  for (const name of alarmLimitNames) {
    const value = patch.limits?.[name];
    const { least, most } = alarmLimits[name];
    if (value !== undefined && (!Number.isInteger(value) || value < least || value > most))
      return failure('SETTING_OUT_OF_RANGE', { name, least, most });
  }
  await change(workspace, ['alarms', 'settings'], async (write) => {
    const previous = await write.settings.get('alarmRules');
    const off = patch.off ?? previous.off;
    await write.settings.put('alarmRules', {
      limits: { ...previous.limits, ...patch.limits },
      off: alarmKinds.filter((kind) => off.includes(kind)),
      isDesktopOn: patch.isDesktopOn ?? previous.isDesktopOn,
      isSoundOn: patch.isSoundOn ?? previous.isSoundOn,
    });
    const what = [
      ...Object.keys(patch.limits ?? {}),
      ...Object.keys(patch).filter((key) => key !== 'limits'),
    ];
    await recordAct(workspace, write, { kind: 'alarm-rules-set', what: what.join(' ') });
  });
  return done(await readAlarmRules(workspace));
}

export const readContacts = ({ store }: Pick<Workspace, 'store'>): Promise<readonly AlarmContact[]> =>
  store.read.settings.get('alarmContacts');

/** Whom to call, in this order. */
export async function saveContacts(
  workspace: Workspace,
  contacts: readonly AlarmContact[],
): Promise<Outcome<null>> {
  const kept = contacts
    .map(({ name, phone, note, areas }) => ({
      name: name.trim(),
      phone: phone.trim(),
      note: note.trim(),
      areas: [...areas],
    }))
    .filter(({ name, phone }) => name !== '' || phone !== '')
    .slice(0, mostContacts);
  await change(workspace, ['alarms'], async (write) => {
    await write.settings.put('alarmContacts', kept);
    // How many, not who.
    await recordAct(workspace, write, { kind: 'alarm-contacts-set', what: String(kept.length) });
  });
  return done(null);
}
