import { mostBenchNameCharacters, shownHosts } from '../../../shared/domain/workstation.ts';
import { done, type Failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import type { CopiedBook } from '../../store/moving/copyBook.ts';
import type { TypedAddress } from '../../store/server/serverAddress.ts';
import type { OpenedWorkspace } from '../../usecases/workspace/open.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { createOnServer, readServerUrl, usualBenchName } from '../../usecases/workstations/createOnServer.ts';
import { joinWorkspace } from '../../usecases/workstations/join.ts';
import { moveHere, moveToServer } from '../../usecases/workstations/move.ts';
import { forgetMovePart, readMoveParts } from '../../usecases/workstations/moveParts.ts';
import { reconnectWorkspace } from '../../usecases/workstations/reconnect.ts';
import {
  inviteWorkstation,
  readClockGap,
  readSharedBook,
  type SharedBook,
  shutOutWorkstation,
} from '../../usecases/workstations/workstations.ts';
import { type Command, type CommandResult, command, report, tool, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { firstInputLine, readSecret, type Terminal } from '../main/terminal.ts';
import { filledText, flag, optional, path, text } from '../main/word.ts';

const say = phrases({
  alone: ['订单在本机，只有这一台电脑使用。', 'The orders lie on this computer, which works on them alone.'],
  server: [
    '订单在服务器 {address}，数据库 {database}，用户 {user}，{tls}。',
    'The orders lie on the server {address}, database {database}, role {user}, {tls}.',
  ],
  sealed: [
    '姓名、电话、街道地址和备注在服务器上加密，服务器管理员看不到。',
    'Names, phones, street addresses and remarks are sealed on the server; its administrator cannot read them.',
  ],
  readable: [
    '姓名、电话、街道地址和备注在服务器上不加密，服务器管理员看得到。',
    'Names, phones, street addresses and remarks stand on the server in plain; its administrator can read them.',
  ],
  plain: ['不加密（只在本机内）', 'not encrypted (within this computer)'],
  system: ['TLS，按系统信任的签发机构核对', 'TLS, checked by the authorities this computer trusts'],
  ca: ['TLS，按签发机构的证书核对', 'TLS, checked by the certificate of its authority'],
  pin: ['TLS，按约定的证书核对', 'TLS, checked by the agreed certificate'],
  bench: [
    '{name}{own}  {state}  加入 {joined}  最近使用 {seen}  版本 {program}{key}',
    '{name}{own}  {state}  joined {joined}  last seen {seen}  version {program}{key}',
  ],
  noKey: ['  没有新密钥，请移出后重新加入', '  did not get the new keys: shut it out and have it join anew'],
  own: ['（本机）', ' (this computer)'],
  atWork: ['在用', 'at work'],
  notThere: ['不在', 'not there'],
  shutOut: ['{name}  {at} 被移出', '{name}  shut out {at}'],
  password: [
    '服务器用户 {user} 的密码（没有就直接回车）：',
    'Password of the role {user} at the server (Enter for none): ',
  ],
  code: ['加入码：', 'Invitation: '],
  inArgument: [
    '提示：写在命令里的密码或加入码，这台电脑上的其他用户看得到。下次用 --server-stdin，或不写、等提示时再粘贴。',
    'Note: other users of this computer can read a password or invitation in the command. Next time use --server-stdin, or leave it out and paste it when asked.',
  ],
  invited: [
    '加入码（一小时内有效，只能用一次；在另一台电脑上运行 workspace join 后粘贴）：',
    'Invitation, good for an hour and for one computer; paste it there after workspace join:',
  ],
  keep: [
    '请像密码一样保管：失效以后，里面仍然有服务器的用户和密码。',
    'Keep it like a password: even when it is spent, the role and password of the server stand in it.',
  ],
  within: [
    '注意：服务器地址 {host} 只在这台电脑上有效，其他电脑用这个加入码连不上。先用 workspace reconnect 换成网络地址，再发加入码。',
    'Note: the address {host} is good on this computer only; another one cannot join by this invitation. Run workspace reconnect with the address on the network first.',
  ],
  moved: [
    '搬完并逐行核对：{count} 行。原来的文件留在 {folder} 的 set-aside 文件夹里，确认无误后可以删除。',
    'Moved and compared row by row: {count} {count|row|rows}. The former file stays in the set-aside folder of {folder}; remove it once you are sure.',
  ],
  movedHere: [
    '搬完并逐行核对：{count} 行。服务器上的那份不再使用，其他电脑打不开它。',
    'Moved and compared row by row: {count} {count|row|rows}. The book on the server is not used any more; no other computer opens it.',
  ],
  kept: [
    '其中 {count} 行上次已经搬过去了，这次只核对，没有重搬。',
    '{count} of them had been copied by an earlier move; they were compared and not copied again.',
  ],
  anew: [
    '上次搬过去的部分用不上（程序、密钥或加密方式变过，或者不完整），已经全部重新搬过。',
    'What an earlier move had copied was of no use: the program, the keys or the sealing had changed, or it was not whole. Everything was copied anew.',
  ],
  part: [
    '{at} 往 {place} 搬没有搬完，那里可能留着一部分订单数据。要接着搬，用 workspace move 再搬到同一个地方；不搬了，请管理员删除那里的数据库，再运行 workspace forget-part {place}。',
    'A move to {place} of {at} did not end; a part of the orders may lie there. To go on, run workspace move to the same place again. To give it up, have the administrator drop that database, then run workspace forget-part {place}.',
  ],
  forgotten: ['不再提示 {place}。', '{place} is not named any more.'],
  copying: ['搬运并核对：{percent}%', 'Moving and comparing: {percent}%'],
  shut: [
    '已移出 {name}：它不能再打开这个工作区。密钥已更换，以后保存的账号密钥它读不到；之前发出的加入码已作废。它还有服务器密码，也知道移出以前的账号密钥：请马上让管理员更换服务器密码，在其他工作台运行 workspace reconnect，并到各平台更换账号密钥。',
    '{name} is shut out and cannot open this workspace any more. The keys are renewed: it cannot read what is sealed from now on, and earlier invitations are void. It still has the password of the server and has known the account secrets until now: have the password changed at the server, give it to the other benches with workspace reconnect, and change those secrets at their platforms.',
  ],
  without: [
    '这些工作台没有拿到新密钥，请移出后用加入码重新加入：{names}',
    'These benches did not get the new keys; shut them out and have them join anew by an invitation: {names}',
  ],
});

const benchName = filledText('NAME', mostBenchNameCharacters);

/** What an earlier move had left there. */
function earlierTold({ earlier, kept }: CopiedBook, language: Language): string[] {
  if (earlier === 'none') return [];
  return [earlier === 'goes-on' ? say(language, 'kept', { count: kept }) : say(language, 'anew')];
}

/** Where moves that did not end may have left something, and what to do with it. */
interface MovePartLines {
  readonly json: { readonly moveParts: readonly { readonly place: string; readonly at: string }[] };
  readonly human: readonly string[];
}

async function movePartLines(workspace: Workspace, language: Language): Promise<MovePartLines> {
  const parts = await readMoveParts(workspace);
  return {
    json: { moveParts: parts.map(({ place, at }) => ({ place, at: isoTime(at) })) },
    human: parts.map(({ place, at }) => say(language, 'part', { place, at: localTime(at) })),
  };
}

function bookReport(
  book: SharedBook | null,
  { parts, gap }: { readonly parts: MovePartLines; readonly gap: Failure | null },
  language: Language,
): Outcome<CommandResult> {
  if (book === null)
    return report({ engine: 'embedded', server: null, workstations: [], ...parts.json }, [
      say(language, 'alone'),
      ...parts.human,
    ]);
  const { host, port, database, user, tls, isPersonalSealed, benchName: bench, workstations } = book;
  const lines = workstations.map((one) =>
    one.shutOutAt === null
      ? say(language, 'bench', {
          name: one.name,
          own: one.isOwn ? say(language, 'own') : '',
          state: say(language, one.isAtWork ? 'atWork' : 'notThere'),
          joined: localTime(one.joinedAt),
          seen: localTime(one.seenAt),
          program: one.program,
          key: one.hasKey ? '' : say(language, 'noKey'),
        })
      : say(language, 'shutOut', { name: one.name, at: localTime(one.shutOutAt) }),
  );
  const human = [
    say(language, 'server', { address: shownHosts(book), database, user, tls: say(language, tls) }),
    say(language, isPersonalSealed ? 'sealed' : 'readable'),
    ...lines,
    ...(gap === null
      ? []
      : [inOneLine(describeError(gap.code, gap.params ?? {}, language, 'commandLine'), language)]),
    ...parts.human,
  ];
  const rows = workstations.map(({ joinedAt, seenAt, shutOutAt, ...one }) => ({
    ...one,
    joinedAt: isoTime(joinedAt),
    seenAt: isoTime(seenAt),
    shutOutAt: isoTime(shutOutAt),
  }));
  const server = { host, port, database, user, tls };
  const clockGap = gap && { code: gap.code, ...gap.params };
  const told = { engine: 'server', server, bench, isPersonalSealed, workstations: rows };
  const json = { ...told, clockGap, ...parts.json };
  return report(json, human);
}

async function reportOf(workspace: Workspace, language: Language): Promise<Outcome<CommandResult>> {
  const book = await readSharedBook(workspace);
  const parts = await movePartLines(workspace, language);
  const gap = await readClockGap(workspace);
  return bookReport(book === null ? null : unwrap(book), { parts, gap }, language);
}

async function reportNew(opened: OpenedWorkspace, language: Language): Promise<Outcome<CommandResult>> {
  try {
    return await reportOf(opened.workspace, language);
  } finally {
    await opened.close();
  }
}

/** The whole address from standard input, or with the password apart: an argument stands in the process list. */
async function readAddress(
  terminal: Terminal,
  language: Language,
  typed: string | undefined,
): Promise<Outcome<TypedAddress>> {
  if (typed === undefined) return readServerUrl(await firstInputLine(terminal));
  const address = readServerUrl(typed);
  if (!address.ok) return address;
  if (address.value.password !== '') {
    terminal.note(say(language, 'inArgument'));
    return address;
  }
  const question = say(language, 'password', { user: address.value.user });
  return done({ ...address.value, password: await readSecret(terminal, question) });
}

const serverOptions = {
  server: text('postgres://ROLE@HOST:PORT[,HOST:PORT]/DATABASE'),
  'server-stdin': flag,
  ca: path('FILE'),
  pin: text('SHA256'),
  'system-ca': flag,
};
const serverGroups = {
  either: [['--server'], ['--server-stdin']],
  perhaps: [['--ca'], ['--pin'], ['--system-ca']],
} as const;

/** Where a book is brought to a server; afterwards it is as it was chosen. */
const sealOption = { 'seal-personal-data': flag };

interface GivenProof {
  readonly ca: string | undefined;
  readonly pin: string | undefined;
  readonly 'system-ca': boolean;
}

const proofOf = ({ ca, pin, 'system-ca': isSystemTrusted }: GivenProof) => ({
  caFile: ca,
  pin,
  isSystemTrusted,
});

export const workspaceCommands: readonly Command[] = [
  tool({
    name: 'workspace create',
    zh: '新建工作区，订单放在 PostgreSQL 服务器的空数据库里，供几台电脑一起用；密码从终端或标准输入读取，--server-stdin 从标准输入读整个地址；--seal-personal-data 把姓名、电话、街道地址和备注加密后再存到服务器，以后要改只能搬一次家',
    en: 'make a workspace whose orders lie in an empty database of a PostgreSQL server, for several computers; the password comes from the terminal or standard input, with --server-stdin the whole address does; --seal-personal-data keeps names, phones, street addresses and remarks sealed on the server, which only a move changes later',
    access: 'anybody',
    options: { ...serverOptions, ...sealOption, name: benchName, practice: flag },
    ...serverGroups,
    async run({ language, terminal, options, openNew }) {
      const server = unwrap(await readAddress(terminal, language, options.server));
      const { name = usualBenchName(), 'seal-personal-data': isPersonalSealed } = options;
      const book = { server, name, isPersonalSealed, ...proofOf(options) };
      const opened = await openNew((request, parts) => createOnServer(request, book, parts));
      return reportNew(unwrap(opened), language);
    },
  }),
  tool({
    name: 'workspace join',
    zh: '用店长发的加入码，让这台电脑加入服务器上的工作区；不写 CODE 就从终端或标准输入读取',
    en: 'make this computer a bench of a workspace on a server, by an invitation; without CODE it comes from the terminal or standard input',
    access: 'anybody',
    operands: [optional(text('CODE'))],
    options: { name: benchName },
    async run({ language, terminal, operands: [code], options, openNew }) {
      if (code !== undefined) terminal.note(say(language, 'inArgument'));
      const typed = code ?? (await readSecret(terminal, say(language, 'code')));
      const name = options.name ?? usualBenchName();
      const opened = await openNew((request, parts) => joinWorkspace(request, { typed, name }, parts));
      return reportNew(unwrap(opened), language);
    },
  }),
  tool({
    name: 'workspace reconnect',
    zh: '服务器换了地址、密码或证书时，让这台电脑改用新的；必须是同一个订单簿',
    en: 'give this bench another address, password or certificate of its server; it must hold the same book',
    access: 'anybody',
    options: serverOptions,
    ...serverGroups,
    async run({ language, terminal, options, openNew }) {
      const server = unwrap(await readAddress(terminal, language, options.server));
      const opened = await openNew((request, parts) =>
        reconnectWorkspace(request, { server, ...proofOf(options) }, parts),
      );
      return reportNew(unwrap(opened), language);
    },
  }),
  command({
    name: 'workspace status',
    zh: '显示订单放在哪里、哪些电脑在用',
    en: 'show where the orders lie and which computers work on them',
    access: 'seeWork',
    run: ({ workspace, language }) => reportOf(workspace, language),
  }),
  tool({
    name: 'workspace move',
    zh: '把订单簿搬到 PostgreSQL 服务器的空数据库，或用 --here 从服务器搬回本机；逐行核对，中断了再运行一次就接着搬；搬到服务器时可加 --seal-personal-data，把姓名、电话、街道地址和备注加密后再存，以后要改只能再搬一次',
    en: 'move the order book to an empty database of a PostgreSQL server, or with --here from the server back to this computer; compared row by row, run it again if it was interrupted and it goes on; on the way to a server --seal-personal-data keeps names, phones, street addresses and remarks sealed there, which only another move changes',
    access: 'manageOperators',
    options: { ...serverOptions, ...sealOption, here: flag, name: benchName },
    either: [...serverGroups.either, ['--here']],
    perhaps: serverGroups.perhaps,
    async run({ language, terminal, signal: stopping, options, actOnWorkspace, wrongUsage }) {
      const { here: isHere, name = usualBenchName(), 'seal-personal-data': isPersonalSealed } = options;
      // Within this computer's file everything is encrypted anyway.
      if (isHere && isPersonalSealed) return wrongUsage();
      const server = isHere ? null : unwrap(await readAddress(terminal, language, options.server));
      const onCopied = (rows: number, total: number) =>
        terminal.progress(say(language, 'copying', { percent: Math.floor((100 * rows) / total) }));
      const outcome = await actOnWorkspace((opened, request, parts) =>
        server === null
          ? moveHere(opened, { request, parts, onCopied, stopping })
          : moveToServer(
              opened,
              { server, name, isPersonalSealed, ...proofOf(options) },
              { request, parts, onCopied, stopping },
            ),
      );
      terminal.endProgress();
      const moved = unwrap(outcome);
      const { folder } = moved.workspace;
      await moved.close();
      const { rows, kept } = moved.copied;
      const told = earlierTold(moved.copied, language);
      if (server === null)
        return report({ rows, kept, engine: 'embedded' }, [
          say(language, 'movedHere', { count: rows }),
          ...told,
        ]);
      const human = [
        say(language, 'moved', { count: rows, folder }),
        ...told,
        say(language, isPersonalSealed ? 'sealed' : 'readable'),
      ];
      return report({ rows, kept, engine: 'server', isPersonalSealed }, human);
    },
  }),
  command({
    name: 'workspace forget-part',
    zh: '不再提示没有搬完的订单簿在 PLACE 留下的部分（管理员已经删除那里的数据库）；PLACE 照 workspace status 写',
    en: 'name no longer what a move that did not end has left at PLACE, once its database is dropped there; PLACE as workspace status says it',
    access: 'manageOperators',
    operands: [text('PLACE')],
    async run({ workspace, language, operands: [place] }) {
      unwrap(await forgetMovePart(workspace, place));
      return report({ place }, [say(language, 'forgotten', { place })]);
    },
  }),
  command({
    name: 'workspace invite',
    zh: '发一个加入码，让另一台电脑加入（只显示这一次）；加 --show-code 才写进 --json 的结果',
    en: 'make an invitation for one more computer, shown this once; --json holds it with --show-code only',
    access: 'manageOperators',
    options: { 'show-code': flag },
    async run({ workspace, language, terminal, isJson, options, wrongUsage }) {
      // Results of --json end up in logs that many read.
      if (isJson && !options['show-code']) return wrongUsage();
      const invitation = unwrap(await inviteWorkstation(workspace));
      if (invitation.isWithinComputer) terminal.note(say(language, 'within', { host: invitation.host }));
      const { code } = invitation;
      return report({ invitation: code }, [say(language, 'invited'), code, say(language, 'keep')]);
    },
  }),
  command({
    name: 'workspace shut-out',
    zh: '移出一台电脑：它不能再打开这个工作区，密钥随之更换',
    en: 'shut a computer out: it cannot open this workspace any more, and the keys are renewed',
    access: 'manageOperators',
    operands: [text('NAME')],
    async run({ workspace, language, operands: [name] }) {
      const withoutKeys = unwrap(await shutOutWorkstation(workspace, name));
      const human = [say(language, 'shut', { name })];
      if (withoutKeys.length > 0) human.push(say(language, 'without', { names: withoutKeys.join(', ') }));
      return report({ name, isShutOut: true, withoutKeys }, human);
    },
  }),
];
