import { describe, expect, test } from 'vitest';
import { breachesIn, breachesOf, homeRules } from './homeRules.ts';
import { sourceFiles } from './sourceFiles.ts';

/** For each dangerous thing: a line at its home or a harmless likeness (good), and lines away from home (bad). */
const examples: Record<
  string,
  { good: [path: string, line: string][]; bad: [path: string, line: string][] }
> = {
  Electron: {
    good: [['electron/shell/x.ts', "import { app } from 'electron';"]],
    bad: [
      ['electron/usecases/x.ts', "import { app } from 'electron';"],
      ['electron/store/x.ts', "import type { App } from 'electron';"],
      ['electron/core.ts', "const electron = await import('electron');"],
    ],
  },
  'the raw message channels of Electron': {
    good: [['electron/preload/x.ts', "import { ipcRenderer } from 'electron';"]],
    bad: [['electron/shell/mainWindow.ts', "import { ipcMain as channel } from 'electron';"]],
  },
  'opening something outside the window': {
    good: [['electron/shell/x.ts', 'shell.openExternal(url);']],
    bad: [['electron/main.ts', "import { shell } from 'electron';"]],
  },
  'the key store of the operating system': {
    good: [['electron/shell/osKeyStore.ts', "import { safeStorage } from 'electron';"]],
    bad: [['electron/shell/mainWindow.ts', "import { safeStorage } from 'electron';"]],
  },
  'the time of day': {
    good: [
      ['electron/platform/clock.ts', 'export const now = () => Date.now();'],
      ['electron/labels/x.ts', 'const day = new Date(utcMs).toISOString();'],
      ['electron/labels/x.ts', '// not Date.now()\nconst words = "Date.now()";'],
    ],
    bad: [
      ['electron/labels/x.ts', 'const day = new Date();'],
      ['electron/labels/x.ts', 'const clock = Date.now;'],
      ['shared/domain/x.ts', "const at = Date['now']();"],
    ],
  },
  'chance without a seed': {
    good: [['electron/queue/x.ts', 'const most = Math.max(1, 2);']],
    bad: [['electron/platform/ids.ts', 'const id = Math.random();']],
  },
  'comparing secrets': {
    good: [['electron/platform/sameDigest.ts', "import { timingSafeEqual } from 'node:crypto';"]],
    bad: [['electron/usecases/x.ts', "import { timingSafeEqual } from 'node:crypto';"]],
  },
  'starting other programs': {
    good: [['electron/launch/x.ts', "import { spawn } from 'node:child_process';"]],
    bad: [['electron/usecases/x.ts', "import { spawn } from 'node:child_process';"]],
  },
  threads: {
    good: [['electron/orderReader.ts', "import { parentPort } from 'node:worker_threads';"]],
    bad: [['electron/usecases/x.ts', "import { Worker } from 'node:worker_threads';"]],
  },
  'the network': {
    good: [
      ['electron/platform/nodeHttp.ts', "import { request } from 'node:https';"],
      ['electron/carriers/sf/x.ts', 'const reply = await http.fetch;'],
    ],
    bad: [
      ['electron/carriers/sf/x.ts', "const reply = await fetch('https://example.com');"],
      ['renderer/app/x.ts', 'const socket = new WebSocket(url);'],
      ['electron/tracking/x.ts', "export { request } from 'node:https';"],
    ],
  },
  'a raw socket': {
    good: [
      ['electron/printers/transports/tcp/x.ts', "import { connect } from 'node:net';"],
      ['electron/printers/x.ts', "import { isIP } from 'node:net';"],
    ],
    bad: [['electron/carriers/sf/x.ts', "import { connect } from 'node:net';"]],
  },
  'writing files': {
    good: [
      ['electron/platform/x.ts', "import { writeFileSync } from 'node:fs';"],
      ['electron/usecases/x.ts', "import { readFileSync, statSync } from 'node:fs';"],
      ['electron/imports/kit/x.ts', "import type { FileHandle } from 'node:fs/promises';"],
    ],
    bad: [
      ['electron/usecases/x.ts', "import { writeFile } from 'node:fs/promises';"],
      ['electron/usecases/x.ts', "import { rmSync as gone } from 'node:fs';"],
      ['electron/usecases/x.ts', "import * as fs from 'node:fs';"],
    ],
  },
  'the database engine': {
    good: [['electron/store/x.ts', "import Database from 'better-sqlite3';"]],
    bad: [['electron/queue/x.ts', "import Database from 'better-sqlite3';"]],
  },
  'the console': {
    good: [['electron/launch/x.ts', "console.error('no window');"]],
    bad: [['electron/usecases/x.ts', "console.log('here');"]],
  },
  'rows put past their repository': {
    good: [['electron/store/database/table.ts', 'await insertCompiled(db, table, rows);']],
    bad: [['electron/store/orders/x.ts', "await insertCompiled(db, 'orders', rows);"]],
  },
  'reading JSON text': {
    good: [
      ['electron/store/orders/x.ts', 'const items = JSON.parse(text);'],
      ['electron/usecases/orders/x.ts', 'const text = JSON.stringify(items);'],
    ],
    bad: [
      ['electron/usecases/orders/x.ts', 'const items = JSON.parse(order.itemsJson);'],
      ['electron/ipc/routers/x.ts', 'const draft = JSON.parse(text) as Party;'],
    ],
  },
  'text run as code': {
    good: [['renderer/parts/X.tsx', 'const part = <p className="note">{text}</p>;']],
    bad: [
      ['renderer/parts/X.tsx', 'const part = <p dangerouslySetInnerHTML={{ __html: text }} />;'],
      ['electron/ipc/x.ts', "const run = new Function('return 1');"],
      ['electron/ipc/x.ts', "eval('1');"],
      ['renderer/parts/x.ts', 'node.innerHTML = text;'],
    ],
  },
  'compiling text of our own program': {
    good: [['electron/compiled/x.ts', "import { Script } from 'node:vm';"]],
    bad: [['electron/ipc/x.ts', "import { runInThisContext } from 'node:vm';"]],
  },
};

test('every dangerous thing is shown at home and away', () => {
  expect(Object.keys(examples).sort()).toEqual(homeRules.map(({ thing }) => thing).sort());
});

describe.each(homeRules)('$thing', ({ thing, instead }) => {
  const { good, bad } = examples[thing] ?? { good: [], bad: [] };
  const mine = (path: string, line: string) =>
    breachesIn(path, line).filter((breach) => breach.endsWith(instead));

  test.each(good)('is accepted in %s: %s', (path, line) => {
    expect(mine(path, line)).toEqual([]);
  });

  test.each(bad)('is refused in %s: %s', (path, line) => {
    expect(mine(path, line)).toHaveLength(1);
  });
});

test('nothing dangerous stands outside its home', () => {
  const files = sourceFiles('electron', 'renderer', 'shared');
  expect(files.length).toBeGreaterThan(250);
  expect(breachesOf(files)).toEqual([]);
  // Every source is parsed, beside whatever else the machine does.
}, 300_000);
