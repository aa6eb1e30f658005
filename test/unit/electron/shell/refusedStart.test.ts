import { describe, expect, it } from 'vitest';
import { refusedStart, stripEnvironment } from '../../../../electron/shell/refusedStart.ts';

const start = (args: readonly string[], more: Partial<Parameters<typeof refusedStart>[0]> = {}) =>
  refusedStart({ args, environment: {}, hasSwitch: () => false, isRoot: false, ...more });
const refusal = (name: string) => ({ ok: false, code: 'START_SWITCH_REFUSED', params: { name } });

describe('a start of the released program', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=0',
    '/remote-debugging-port=0',
    '--REMOTE-DEBUGGING-PORT=0',
    '--inspect',
    '--inspect-brk=127.0.0.1:1',
    '--inspect-publish-uid=http',
    '--disable-web-security',
    '--ssl-key-log-file=/tmp/k',
    '--log-net-log=/tmp/n',
    '--js-flags=--allow-natives-syntax',
    '--no-sandbox',
    '--load-extension=/tmp/x',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=127.0.0.1:1',
    '--renderer-cmd-prefix=sh',
  ])('is refused with %s', (word) => {
    expect(start(['--data', '/a', word])).toMatchObject({ code: 'START_SWITCH_REFUSED' });
  });

  it('is refused with a switch that only Chromium saw, by its name', () => {
    const hasSwitch = (name: string) => name === 'js-flags';
    expect(start([], { hasSwitch })).toEqual(refusal('--js-flags'));
  });

  it('is refused where the environment asks for a plain Node', () => {
    expect(start([], { environment: { ELECTRON_RUN_AS_NODE: '1' } })).toEqual(
      refusal('ELECTRON_RUN_AS_NODE'),
    );
  });

  it('is as usual with a workspace, a display or a language, and under root without Chromium’s sandbox', () => {
    const usual = [
      '--data=/a/inspect',
      '--disable-gpu',
      '--force-device-scale-factor=2',
      '--lang=zh-CN',
      '/a/b.csv',
    ];
    expect(start(usual)).toBeNull();
    expect(start(['--no-sandbox'], { isRoot: true })).toBeNull();
    expect(start(['--no-sandbox', '--inspect'], { isRoot: true })).toEqual(refusal('--inspect'));
  });

  it('takes out of the environment what would weaken the processes it starts', () => {
    const environment = {
      NODE_OPTIONS: '--inspect',
      NODE_EXTRA_CA_CERTS: '/x',
      SSLKEYLOGFILE: '/y',
      HOME: '/h',
    };
    stripEnvironment(environment);
    expect(environment).toEqual({ HOME: '/h' });
  });
});
