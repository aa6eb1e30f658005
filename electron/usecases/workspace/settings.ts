import { isDeepStrictEqual } from 'node:util';
import type { Party } from '../../../shared/domain/party.ts';
import {
  type NumberSettingName,
  numberSettingNames,
  numberSettings,
} from '../../../shared/domain/settings.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Settings } from '../../store/workspace/settings.ts';
import { recordAct } from '../operators/acts.ts';
import { nameIn } from './ownNames.ts';
import type { Workspace } from './workspace.ts';

export type { Settings };

/** The workspace's settings; what was never set has its default. */
export function readSettings({ store }: Pick<Workspace, 'store'>): Promise<Settings> {
  return store.read.settings.all();
}

/** Sets what a person chose; refused whole when a sender lacks a field or a number lies outside its limits. */
export async function changeSettings(
  workspace: Workspace,
  patch: Partial<Settings>,
): Promise<Outcome<Settings>> {
  const refused = refusal(patch);
  if (refused !== null) return refused;
  await workspace.store.write(async (write) => {
    const previous = await write.settings.all();
    const changes = Object.entries(patch).filter(([, value]) => value !== undefined);
    for (const [key, value] of changes) await write.settings.put(key as keyof Settings, value);
    if (patch.language !== undefined) await nameIn(write, patch.language);
    const isOther = ([key, value]: readonly [string, unknown]) =>
      !isDeepStrictEqual(previous[key as keyof Settings], value);
    const what = changes.filter(isOther).map(([key]) => key);
    // Names alone: what stands in them may be somebody's address.
    if (what.length > 0)
      await recordAct(workspace, write, { kind: 'settings-changed', what: what.join(' ') });
  });
  if (patch.bookingRetries !== undefined) workspace.laneRules.retries = patch.bookingRetries;
  workspace.changed('settings', 'status');
  return done(await readSettings(workspace));
}

/** A number setting as a command line writes it: its name and digits. Limits are judged by `changeSettings`. */
export function settingFromText(name: string, text: string): Outcome<Partial<Settings>> {
  const known = numberSettingNames.find((one) => one === name);
  if (known === undefined) return failure('SETTING_UNKNOWN', { name, names: numberSettingNames.join(', ') });
  return /^\d{1,9}$/.test(text) ? done({ [known]: Number(text) }) : outOfRange(known);
}

function refusal(patch: Partial<Settings>): Failure | null {
  if (patch.sender !== undefined && patch.sender !== null) {
    const missing = missingSenderField(patch.sender);
    if (missing !== null) return failure('SENDER_INVALID', { field: missing });
  }
  const senders = patch.shopSenders ?? [];
  for (const { shop, sender } of senders) {
    const missing = shop.trim() === '' ? 'shop' : missingSenderField(sender);
    if (missing !== null) return failure('SENDER_INVALID', { field: missing });
    if (senders.filter((one) => one.shop === shop).length > 1) return failure('SENDER_SHOP_TWICE', { shop });
  }
  const wrong = numberSettingNames.find((name) => {
    const { least, most } = numberSettings[name];
    const value = patch[name] ?? least;
    return !Number.isInteger(value) || value < least || value > most;
  });
  return wrong === undefined ? null : outOfRange(wrong);
}

function outOfRange(name: NumberSettingName): Failure {
  const { least, most } = numberSettings[name];
  return failure('SETTING_OUT_OF_RANGE', { name, least, most });
}

/** Name of the first field a label cannot do without, null when the sender is complete. */
export function missingSenderField(sender: Party): string | null {
  const required = ['name', 'phone', 'province', 'city', 'detail'] as const;
  return required.find((field) => sender[field].trim() === '') ?? null;
}
