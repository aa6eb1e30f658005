import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { raiseAlarm } from '../../../../../electron/usecases/insight/alarms/raiseAlarm.ts';
import { RobotServer } from '../../../../doubles/channels/robotServer.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const run = (name: string, words: readonly string[] = [], input: readonly string[] = []) =>
  runCommand(workspace, commandNamed(`alarms ${name}`), words, input);
const printer = {
  kind: 'printer',
  scope: { kind: 'printer', id: 'tcp://1', name: 'TSC' },
  facts: { minutes: 6, waiting: 12 },
} as const;

describe('alarms', () => {
  it('lists what stands with exit code 3, and nothing with 0', async () => {
    expect(await run('list')).toMatchObject({ ok: true, value: { exitCode: 0, json: { alarms: [] } } });
    await raiseAlarm(workspace, printer);
    const listed = await run('list');
    expect(listed).toMatchObject({
      value: {
        exitCode: 3,
        json: {
          alarms: [
            {
              kind: 'printer',
              severity: 'urgent',
              state: 'raised',
              facts: { waiting: 12 },
              says: 'The printer “TSC” has been stopped for 6 min; labels waiting: 12.',
            },
          ],
        },
      },
    });
  });

  it('shows one with the steps to take, and takes note of it', async () => {
    const { alarm } = await raiseAlarm(workspace, printer);
    const shown = await run('show', [alarm.id]);
    expect(shown).toMatchObject({
      value: {
        exitCode: 3,
        json: { steps: [expect.stringContaining('paper'), expect.anything(), expect.anything()] },
      },
    });
    expect(await run('acknowledge', [alarm.id])).toMatchObject({
      value: { exitCode: 0, json: { state: 'seen' } },
    });
    expect(await run('show', ['nobody'])).toMatchObject({ ok: false, code: 'ALARM_NOT_FOUND' });
  });
});

describe('alarm channels', () => {
  let server: RobotServer;
  beforeEach(async () => {
    server = await new RobotServer().start();
  });
  afterEach(() => server.stop());

  it('reads address and keys from standard input, lists neither, and sends a test', async () => {
    const added = await run('add-channel', ['wecom', 'group'], [`url=${server.base}/wecom?key=wk`]);
    expect(added).toMatchObject({
      value: { exitCode: 0, json: { channels: [{ name: 'group', kind: 'wecom', failing: null }] } },
    });
    expect(JSON.stringify(added)).not.toContain('key=wk');
    expect(await run('test', ['group'])).toMatchObject({ value: { exitCode: 0, json: { tested: 'group' } } });
    expect(server.posts).toHaveLength(1);
  });

  it('names a channel that does not work, in the list too', async () => {
    await run('add-channel', ['webhook', 'mine', '--urgent-only'], [`url=${server.base}/mine`]);
    server.behaviour = 'refuses';
    expect(await run('test', ['mine'])).toMatchObject({ ok: false, code: 'CHANNEL_REFUSED' });
    expect(await run('channels')).toMatchObject({
      value: {
        exitCode: 3,
        json: { channels: [{ isUrgentOnly: true, failing: { code: 'CHANNEL_REFUSED' } }] },
      },
    });
    expect(await run('remove-channel', ['mine'])).toMatchObject({ value: { json: { channels: [] } } });
    expect(await run('test', ['mine'])).toMatchObject({ ok: false, code: 'CHANNEL_NOT_FOUND' });
  });
});
