import { doorAddress, doorPorts, doorScopes, tokenDays, usualDoorPort } from '../../../shared/domain/door.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { AutomationDoor } from '../../door/http/automationDoor.ts';
import type { DoorToken } from '../../store/schema.ts';
import { deliverEvents } from '../../usecases/door/deliver.ts';
import {
  addToken,
  doorPortNow,
  doorStateOf,
  noteServedPort,
  readDoorPort,
  revokeToken,
  scopesOf,
  setDoor,
  tokenState,
} from '../../usecases/door/tokens.ts';
import { productVersion } from '../../usecases/workspace/productVersion.ts';
import { aligned } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { many, oneOf, text, usual, whole } from '../main/word.ts';

const say = phrases({
  open: ['自动化接口已打开：{url}', 'The automation door is open: {url}'],
  opens: [
    '自动化接口打开后的地址是 {url}；窗口打开工作区时（或运行 door serve 时）才接受请求。',
    'The automation door will be at {url} while a window has the workspace open, or door serve runs.',
  ],
  closed: ['自动化接口已关闭。', 'The automation door is closed.'],
  serving: ['自动化接口：{url}，按 Ctrl+C 结束。', 'Automation door: {url}. Ctrl+C ends it.'],
  token: ['令牌（只显示这一次，请妥善保存）：{token}', 'Token, shown this once; keep it safe: {token}'],
  row: [
    '{name}  {scopes}  到期 {expires}  {used}  {state}',
    '{name}  {scopes}  expires {expires}  {used}  {state}',
  ],
  never: ['未使用', 'never used'],
  used: ['最近 {at}', 'last used {at}'],
  inUse: ['可用', 'in use'],
  expired: ['已过期', 'expired'],
  revoked: ['已吊销', 'revoked'],
  none: ['还没有令牌。', 'No token yet.'],
});

/** A post under way is waited for so long at the end. */
const lastPostMs = 5_000;

const portWord = whole(doorPorts.least, doorPorts.most, 'PORT');

function tokenView(row: DoorToken, now: number) {
  return {
    id: row.id,
    name: row.name,
    scopes: scopesOf(row),
    createdAt: isoTime(row.createdAt),
    createdBy: row.createdBy,
    expiresAt: isoTime(row.expiresAt),
    usedAt: isoTime(row.usedAt),
    revokedAt: isoTime(row.revokedAt),
    state: tokenState(row, now),
  };
}

export const doorCommands: readonly Command[] = [
  command({
    name: 'door open',
    zh: '打开自动化接口：本机程序用令牌通过 HTTP 交订单、取单号和面单',
    en: 'open the automation door: programs of this computer hand over orders by HTTP and get numbers and labels, with a token',
    access: 'changeSettings',
    begins: true,
    options: { port: usual(portWord, usualDoorPort) },
    async run({ workspace, language, options }) {
      await setDoor(workspace, options.port);
      const url = doorAddress(options.port);
      return report({ isOpen: true, port: options.port, url }, [say(language, 'opens', { url })]);
    },
  }),
  command({
    name: 'door close',
    zh: '关闭自动化接口',
    en: 'close the automation door',
    access: 'changeSettings',
    async run({ workspace, language }) {
      await setDoor(workspace, null);
      return report({ isOpen: false, port: null, url: null }, [say(language, 'closed')]);
    },
  }),
  command({
    name: 'door status',
    zh: '自动化接口是否打开、地址、令牌数',
    en: 'whether the automation door is open, its address and how many tokens are in use',
    access: 'seeWork',
    async run({ workspace, language }) {
      const { store, clock } = workspace;
      const port = await doorPortNow(workspace);
      const tokens = (await store.read.door.tokens()).filter(
        (row) => tokenState(row, clock.now()) === 'inUse',
      ).length;
      const url = port === null ? null : doorAddress(port);
      const answers = doorStateOf(workspace);
      if (port !== null && answers === 'taken') return failure('DOOR_PORT_TAKEN', { port });
      const key = url === null ? 'closed' : answers === 'open' ? 'open' : 'opens';
      const facts = {
        isOpen: port !== null,
        isAnswering: answers === 'open',
        port,
        url,
        tokens,
      };
      return report(facts, [say(language, key, { url })]);
    },
  }),
  command({
    name: 'door serve',
    zh: '没有窗口时打开自动化接口，直到停止',
    en: 'open the automation door without a window, until it is stopped',
    access: 'changeSettings',
    begins: true,
    // Without one, where the shop has opened it.
    options: { port: portWord },
    stays: true,
    async run({ workspace, language, terminal, signal, options }) {
      const bugs: unknown[] = [];
      const door = new AutomationDoor({
        clock: workspace.clock,
        version: productVersion,
        lend: (work) => work({ workspace, leaving: signal }),
        onBug: (error) => bugs.push(error),
      });
      const servedPort = options.port ?? (await readDoorPort(workspace)) ?? usualDoorPort;
      if ((await door.set(servedPort)) === 'taken') return failure('DOOR_PORT_TAKEN', { port: servedPort });
      const url = doorAddress(servedPort);
      noteServedPort(workspace, servedPort);
      terminal.note(say(language, 'serving', { url }));
      let delivering: Promise<void> | null = null;
      while (!signal.aborted && bugs.length === 0) {
        delivering ??= deliverEvents(workspace, signal)
          .catch((error: unknown) => {
            if (!signal.aborted) bugs.push(error);
          })
          .finally(() => {
            delivering = null;
          });
        await workspace.clock.sleep(1_000, signal);
      }
      door.close();
      noteServedPort(workspace, null);
      // What an address has taken would else be posted to it once more at the next start.
      const isOver = new AbortController();
      await Promise.race([delivering, workspace.clock.sleep(lastPostMs, isOver.signal)]);
      isOver.abort();
      if (bugs.length > 0) throw bugs[0];
      return report({ url }, [say(language, 'closed')]);
    },
  }),
  command({
    name: 'door token add',
    zh: '为一个程序添加令牌，只显示这一次',
    en: 'add a token for a program; it is shown this once',
    access: 'manageOperators',
    begins: true,
    operands: [text('NAME')],
    options: {
      scope: many(oneOf(doorScopes)),
      days: usual(whole(tokenDays.least, tokenDays.most), tokenDays.usual),
    },
    async run({ workspace, language, operands: [name], options, wrongUsage }) {
      if (options.scope.length === 0) return wrongUsage();
      const { row, token } = unwrap(
        await addToken(workspace, { name, scopes: options.scope, days: options.days }),
      );
      const view = tokenView(row, workspace.clock.now());
      return report({ ...view, token }, [say(language, 'token', { token })]);
    },
  }),
  command({
    name: 'door token list',
    zh: '列出令牌：权限、到期、最近使用',
    en: 'list the tokens: scopes, expiry, last use',
    access: 'manageOperators',
    async run({ workspace, language }) {
      const now = workspace.clock.now();
      const tokens = (await workspace.store.read.door.tokens()).map((row) => tokenView(row, now));
      const human = tokens.map(({ name, scopes, expiresAt, usedAt, state }) =>
        say(language, 'row', {
          name,
          scopes: scopes.join(' '),
          expires: localTime(Date.parse(expiresAt)),
          used:
            usedAt === null
              ? say(language, 'never')
              : say(language, 'used', { at: localTime(Date.parse(usedAt)) }),
          state: say(language, state),
        }),
      );
      return report({ tokens }, human.length === 0 ? [say(language, 'none')] : aligned(human));
    },
  }),
  command({
    name: 'door token revoke',
    zh: '吊销令牌，立即生效',
    en: 'revoke a token, at once',
    access: 'manageOperators',
    operands: [text('NAME')],
    async run({ workspace, language, operands: [name] }) {
      const row = unwrap(await revokeToken(workspace, name));
      const view = tokenView(row, workspace.clock.now());
      return report(view, [`${row.name}  ${say(language, 'revoked')}`]);
    },
  }),
];
