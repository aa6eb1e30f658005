import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageUrl } from '../../../electron/shell/ownPage.ts';
import { launchWindow, type OpenWindow } from '../launchWindow.ts';

let open: OpenWindow;
let server: Server;
let serverUrl = '';
let serverHits = 0;

beforeAll(async () => {
  server = createServer((_request, response) => {
    serverHits++;
    response.setHeader('Access-Control-Allow-Origin', '*').end('window.wasRun = true');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  open = await launchWindow();
});

afterAll(async () => {
  await open.close();
  server.close();
});

describe('the page cannot reach the machine', () => {
  it('has neither Node nor Electron', async () => {
    const found = await open.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
        (name) => name in window,
      ),
    );
    expect(found).toEqual([]);
  });

  it('runs in a window whose locks are all set', async () => {
    const preferences = await open.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const contents = window.webContents as unknown as {
          getLastWebPreferences(): Record<string, unknown>;
        };
        return contents.getLastWebPreferences();
      }),
    );
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
  });

  it('gets named functions and nothing else from the bridge', async () => {
    const kinds = await open.page.evaluate(() => {
      const bridge = (window as unknown as { shipdesk: Record<string, unknown> }).shipdesk;
      return Object.fromEntries(Object.entries(bridge).map(([name, value]) => [name, typeof value]));
    });
    expect(kinds).toEqual({
      connect: 'function',
      onCoreState: 'function',
      onUpgrade: 'function',
      chooseFiles: 'function',
      handFiles: 'function',
      copyText: 'function',
      openExternal: 'function',
      showFile: 'function',
      setTheme: 'function',
      startLanguage: 'string',
      setLanguage: 'function',
      autostart: 'function',
      setAutostart: 'function',
      reportStarting: 'function',
    });
  });

  it('cannot change the bridge', async () => {
    const isKept = await open.page.evaluate(() => {
      const world = window as unknown as { shipdesk: { connect: unknown } };
      const former = world.shipdesk.connect;
      try {
        world.shipdesk.connect = () => 'mine';
      } catch {
        // Refusing by throwing is as good as refusing silently.
      }
      return world.shipdesk.connect === former;
    });
    expect(isKept).toBe(true);
  });

  it('answers a malformed request with a refusal', async () => {
    const refusals = await open.page.evaluate(async () => {
      const { shipdesk } = window as unknown as {
        shipdesk: Record<string, (input: unknown) => Promise<unknown>>;
      };
      const attempts: [string, unknown][] = [
        ['chooseFiles', '../etc'],
        ['chooseFiles', { purpose: 'orders' }],
        ['copyText', 7],
        ['openExternal', null],
        ['openExternal', 'x'.repeat(5000)],
        ['showFile', ['a']],
        ['handFiles', '/etc/passwd'],
        ['handFiles', null],
        ['setTheme', '__proto__'],
        ['setLanguage', 'fr'],
        ['setAutostart', 'yes'],
      ];
      const results = await Promise.allSettled(
        attempts.map(async ([name, input]) => shipdesk[name]?.(input)),
      );
      return results.map(({ status }) => status);
    });
    expect(refusals).toEqual(Array(11).fill('rejected'));
  });
});

describe('hostile content does not run', () => {
  it('our own page asks for nothing that is forbidden', async () => {
    await open.page.reload();
    await open.page.waitForLoadState('load');
    expect(open.pageConsole.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
  });

  it.each([
    [
      'an inline script',
      "const s = document.createElement('script'); s.textContent = 'window.wasRun = true'; document.body.append(s);",
    ],
    [
      'a script from elsewhere',
      "const s = document.createElement('script'); s.src = serverUrl; document.body.append(s);",
    ],
    [
      'a data: script',
      "const s = document.createElement('script'); s.src = 'data:text/javascript,window.wasRun=true'; document.body.append(s);",
    ],
    [
      'an error handler in markup',
      "const d = document.createElement('div'); d.innerHTML = '<img src=x onerror=\"window.wasRun = true\">'; document.body.append(d);",
    ],
    [
      'an event handler attribute',
      "const b = document.createElement('button'); b.setAttribute('onclick', 'window.wasRun = true'); document.body.append(b); b.click();",
    ],
    [
      'a javascript: link',
      "const a = document.createElement('a'); a.href = 'javascript:void(window.wasRun = true)'; document.body.append(a); a.click();",
    ],
    ['a frame', "const f = document.createElement('iframe'); f.src = serverUrl; document.body.append(f);"],
    ['a plug-in', "const o = document.createElement('object'); o.data = serverUrl; document.body.append(o);"],
    [
      'a base address',
      "const b = document.createElement('base'); b.href = serverUrl; document.head.append(b);",
    ],
    ['a worker from a blob', "try { new Worker(URL.createObjectURL(new Blob(['1']))) } catch {}"],
    [
      'an inline style',
      "const s = document.createElement('style'); s.textContent = 'body { --was-run: 1 }'; document.body.append(s);",
    ],
  ])('%s is blocked and counted', async (_name, source) => {
    const attempt = `(async () => {
      const serverUrl = ${JSON.stringify(serverUrl)};
      delete window.wasRun;
      const violations = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      ${source}
      for (let frame = 0; frame < 60 && violations.length === 0; frame++) await new Promise(requestAnimationFrame);
      return { wasRun: window.wasRun === true, violations: violations.length };
    })()`;
    const { wasRun, violations } = await open.page.evaluate<{ wasRun: boolean; violations: number }>(attempt);
    expect(wasRun).toBe(false);
    expect(violations).toBeGreaterThan(0);
  });

  it('text is never compiled to code', async () => {
    // Not at once: the protocol that drives the page lifts the ban for its own call.
    const outcome = await open.page.evaluate(`new Promise((resolve) => {
      setTimeout(() => {
        try { resolve(eval('1 + 1')); } catch (error) { resolve(error.name); }
      });
    })`);
    expect(outcome).toBe('EvalError');
  });

  it('a frame without an address runs nothing either', async () => {
    const wasRun = await open.page.evaluate(
      () =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.onload = () => resolve('wasRun' in window && window.wasRun === true);
          frame.srcdoc = '<script>parent.wasRun = true</script>';
          document.body.append(frame);
        }),
    );
    expect(wasRun).toBe(false);
  });

  it('nothing leaves for the network', async () => {
    const outcomes = await open.page.evaluate(async (url) => {
      const image = new Promise((resolve) => {
        const element = new Image();
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        element.src = `${url}/pixel.png`;
      });
      const socket = new Promise((resolve) => {
        try {
          const opened = new WebSocket(url.replace('http', 'ws'));
          opened.onopen = () => resolve('loaded');
          opened.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      });
      const fetched = fetch(url).then(
        () => 'loaded',
        () => 'refused',
      );
      return Promise.all([image, socket, fetched]);
    }, serverUrl);
    expect(outcomes).toEqual(['refused', 'refused', 'refused']);
    expect(serverHits).toBe(0);
  });
});

describe('the page stays where it is', () => {
  it.each([
    ['an address', (url: string) => `location.href = ${JSON.stringify(url)}`],
    ['a replaced address', (url: string) => `location.replace(${JSON.stringify(url)})`],
    [
      'a link',
      (url: string) =>
        `const a = document.createElement('a'); a.href = ${JSON.stringify(url)}; document.body.append(a); a.click()`,
    ],
    [
      'a link to a new window',
      (url: string) =>
        `const a = document.createElement('a'); a.href = ${JSON.stringify(url)}; a.target = '_blank'; document.body.append(a); a.click()`,
    ],
    [
      'a form',
      (url: string) =>
        `const f = document.createElement('form'); f.action = ${JSON.stringify(url)}; document.body.append(f); f.submit()`,
    ],
    ['a new window', (url: string) => `window.open(${JSON.stringify(url)})`],
  ])('%s leads nowhere', async (_name, write) => {
    const targets = [
      serverUrl,
      'https://shipdesk.example/',
      'file:///etc/passwd',
      'data:text/html,hello',
      'app://shipdesk.example/index.html',
      'chrome://version',
    ];
    for (const target of targets) {
      // A navigation starts after the script that asked for it; four frames later it would be under way.
      await open.page.evaluate(`(async () => {
        ${write(target)};
        for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
      })()`);
      expect(await open.page.evaluate(() => location.href)).toBe(pageUrl);
    }
    expect(open.app.windows()).toHaveLength(1);
    expect(serverHits).toBe(0);
  });

  it('comes back from the empty page, which Chromium opens without asking', async () => {
    const isBack = open.page.waitForEvent('framenavigated', {
      predicate: (frame) => frame.url() === pageUrl,
    });
    await open.page.evaluate(() => {
      location.href = 'about:blank';
    });
    await isBack;
    await open.page.waitForLoadState('load');
    expect(await open.page.evaluate(() => 'shipdesk' in window)).toBe(true);
  });

  it('holds no webview, however it is asked for', async () => {
    await open.page.evaluate((url) => {
      const view = document.createElement('webview');
      view.setAttribute('src', url);
      view.setAttribute('nodeintegration', '');
      document.body.append(view);
    }, serverUrl);
    const types = await open.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getType()),
    );
    expect(types).toEqual(['window']);
  });

  it('opens a carrier page outside only when it is on the list', async () => {
    await open.app.evaluate(({ shell }) => {
      const record = globalThis as unknown as { opened: string[] };
      record.opened = [];
      shell.openExternal = async (url) => {
        record.opened.push(url);
      };
    });
    const answers = await open.page.evaluate(async () => {
      const { shipdesk } = window as unknown as { shipdesk: { openExternal(url: string): Promise<boolean> } };
      return [
        await shipdesk.openExternal('https://www.kuaidi100.com/chaxun'),
        await shipdesk.openExternal('https://www.kuaidi100.com.evil.example/'),
        await shipdesk.openExternal('file:///etc/passwd'),
      ];
    });
    expect(answers).toEqual([true, false, false]);
    expect(await open.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([
      'https://www.kuaidi100.com/chaxun',
    ]);
  });
});

describe('every permission is refused', () => {
  it.each([
    ['notifications', "Notification.requestPermission().then((answer) => answer === 'granted')"],
    ['camera', 'navigator.mediaDevices.getUserMedia({ video: true }).then(() => true)'],
    ['microphone', 'navigator.mediaDevices.getUserMedia({ audio: true }).then(() => true)'],
    ['screen', 'navigator.mediaDevices.getDisplayMedia().then(() => true)'],
    [
      'place',
      'new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve(true), () => resolve(false)))',
    ],
    ['reading the clipboard', 'navigator.clipboard.readText().then(() => true)'],
    ['midi', 'navigator.requestMIDIAccess({ sysex: true }).then(() => true)'],
    ['usb', 'navigator.usb.getDevices().then((devices) => devices.length > 0)'],
    ['serial', 'navigator.serial.requestPort().then(() => true)'],
    ['hid', 'navigator.hid.requestDevice({ filters: [] }).then((devices) => devices.length > 0)'],
    ['bluetooth', 'navigator.bluetooth.requestDevice({ acceptAllDevices: true }).then(() => true)'],
    ['storage', 'navigator.storage.persist()'],
  ])('%s', async (_name, ask) => {
    expect(await open.page.evaluate(`Promise.resolve().then(() => ${ask}).catch(() => false)`)).toBe(false);
  });
});

describe('the page handler serves its own files only', () => {
  it.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/main/main.cjs',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/nothing.html',
  ])('%s is not found', async (path) => {
    expect(
      await open.page.evaluate(async (asked) => (await fetch(`app://shipdesk${asked}`)).status, path),
    ).toBe(404);
  });

  it('a page of another host cannot be read', async () => {
    const outcome = await open.page.evaluate(() =>
      fetch('app://elsewhere/index.html').then(
        () => 'read',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
  });
});

describe('other windows get nothing', () => {
  it('neither a port nor an answer, even with our preload', async () => {
    const answers = await open.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('app://shipdesk/index.html');
      const answer: unknown = await stranger.webContents.executeJavaScript(
        `new Promise((resolve) => {
          addEventListener('message', (event) => { if (event.ports.length > 0) resolve('port'); });
          shipdesk.connect();
          shipdesk.copyText('x').then(() => resolve('answer'), () => setTimeout(() => resolve('nothing'), 200));
        })`,
      );
      stranger.destroy();
      return answer;
    });
    expect(answers).toBe('nothing');
  });
});
