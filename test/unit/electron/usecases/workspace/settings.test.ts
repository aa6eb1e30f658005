import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeSettings,
  readSettings,
  settingFromText,
} from '../../../../../electron/usecases/workspace/settings.ts';
import { numberSettingNames, numberSettings } from '../../../../../shared/domain/settings.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe('a setting that is a whole number', () => {
  it.each(numberSettingNames)(
    '%s is set from the command line or a page, within its limits',
    async (name) => {
      const { least, most, usual } = numberSettings[name];
      expect((await readSettings(workspace))[name]).toBe(usual);
      for (const value of [least, most]) {
        const read = settingFromText(name, String(value));
        if (!read.ok) throw new Error(read.code);
        expect(await changeSettings(workspace, read.value)).toMatchObject({
          ok: true,
          value: { [name]: value },
        });
      }
      const refused = { ok: false, code: 'SETTING_OUT_OF_RANGE', params: { name, least, most } };
      for (const value of [least - 1, most + 1, least + 0.5])
        expect(await changeSettings(workspace, { [name]: value })).toEqual(refused);
      expect((await readSettings(workspace))[name]).toBe(most);
    },
  );

  it('is known by its name and written in digits', () => {
    expect(settingFromText('colour', '1')).toMatchObject({
      code: 'SETTING_UNKNOWN',
      params: { name: 'colour' },
    });
    for (const text of ['', '-1', '3.5', '0x10', 'many'])
      expect(settingFromText('refundDays', text)).toMatchObject({ code: 'SETTING_OUT_OF_RANGE' });
  });

  it('of tries takes effect at once, and one wrong value leaves all as they were', async () => {
    await changeSettings(workspace, { bookingRetries: 1 });
    expect(workspace.laneRules.retries).toBe(1);
    expect(await changeSettings(workspace, { refundDays: 20, unshippedDays: 0 })).toMatchObject({
      ok: false,
    });
    expect((await readSettings(workspace)).refundDays).toBe(7);
  });
});
