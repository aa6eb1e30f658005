import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutomationDoor } from '../../../electron/door/http/automationDoor.ts';
import { systemClock } from '../../../electron/platform/clock.ts';
import { openBesideDesk } from './besideDesk.ts';
import { clientOf, type OpenApi } from './doorClient.ts';
import { freePort } from './freePort.ts';

const sender = {
  name: '李发',
  phone: '13800000000',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  detail: '仓库路1号',
};

/** A core with its workspace open and the automation door beside it. */
export async function openDoorDesk() {
  const desk = await openBesideDesk();
  const bugs: unknown[] = [];
  const door = new AutomationDoor({
    clock: systemClock,
    version: '0.0.0',
    lend: (work) => desk.session.lend(work),
    onBug: (error) => bugs.push(error),
  });
  const port = await freePort();
  if ((await door.set(port)) !== 'open') throw new Error('the door is not open');
  const origin = `http://127.0.0.1:${port}`;
  const senderFile = join(desk.folder, 'sender.json');
  writeFileSync(senderFile, JSON.stringify(sender));
  return {
    ...desk,
    bugs,
    door,
    port,
    origin,
    /** For `--sender`. */
    senderFile,
    document: async () => (await (await fetch(`${origin}/openapi.json`)).json()) as OpenApi,
    /** A token that may do this. */
    async token(name: string, ...scopes: readonly string[]): Promise<string> {
      const words = [
        'door',
        'token',
        'add',
        name,
        ...scopes.flatMap((scope) => ['--scope', scope]),
        '--json',
      ];
      const added = await desk.line(words);
      if (added.exitCode !== 0) throw new Error(added.stderr);
      return JSON.parse(added.stdout).token;
    },
    async client(token: string) {
      return clientOf((await (await fetch(`${origin}/openapi.json`)).json()) as OpenApi, origin, token);
    },
    async close() {
      door.close();
      await desk.close();
    },
  };
}

export type DoorDesk = Awaited<ReturnType<typeof openDoorDesk>>;

export const doorOrder = (no: number) => ({
  orderNo: `ERP-${no}`,
  shop: '样例小店',
  receiver: {
    name: '王试',
    phone: `138${10_000_000 + no}`,
    province: '浙江省',
    city: '杭州市',
    district: '余杭区',
    detail: `样板路${no}号3栋101室`,
  },
  goods: [
    { name: '样品绿茶', quantity: 2 },
    { name: '样品"红"茶', sku: '罐装\t250g', quantity: 1 },
  ],
});
