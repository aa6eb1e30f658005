import { shopMinute } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { moveIncident, readIncidents, startIncident } from '../../usecases/platformRecord/incidents.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { account } from '../accounts/account.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { nothing, phrases } from '../main/phrases.ts';
import { filledText, moment, oneOf, text, usual } from '../main/word.ts';

const say = phrases({
  row: ['{id}  {started}  {title}{ticket}  {promises}', '{id}  {started}  {title}{ticket}  {promises}'],
  month: [
    '{month}  {incidents} 个问题  响应超时 {lateAnswers}  解决超时 {lateSolutions}',
    '{month}  {incidents} {incidents|incident|incidents}  answered late {lateAnswers}  solved late {lateSolutions}',
  ],
});

const at = moment('YYYY-MM-DDTHH:MM');

/** Late and still open: somebody has to call them. */
async function told(workspace: Workspace, accountId: string, language: Language) {
  const { rows, months } = await readIncidents(workspace, accountId);
  const isLate = rows.some(({ promises }) => promises.some(({ state }) => state === 'late'));
  const lines = [
    ...rows.map(({ id, startedAt, title, ticketNo, promises }) =>
      say(language, 'row', {
        id,
        started: shopMinute(startedAt),
        title,
        ticket: ticketNo === '' ? '' : ` #${ticketNo}`,
        promises: promises
          .map(
            ({ kind, state }) =>
              `${wordFor(language, 'promiseKind', kind)} ${wordFor(language, 'promiseState', state)}`,
          )
          .join('  '),
      }),
    ),
    ...months.map((month) => say(language, 'month', { ...month })),
  ];
  return report({ incidents: rows, months }, lines.length > 0 ? lines : [nothing(language)], isLate);
}

export const incidentCommands: readonly Command[] = [
  command({
    name: 'incident list',
    zh: '平台的问题记录：按服务时间计时，以及每月超时',
    en: 'incidents of a platform against its service hours, and what was late per month',
    access: 'bookParcels',
    operands: [account],
    run: ({ workspace, language, operands: [{ id }] }) => told(workspace, id, language),
  }),
  command({
    name: 'incident start',
    zh: '向平台报告了一个问题，开始计时',
    en: 'a problem was reported to the platform: its clock starts',
    access: 'bookParcels',
    operands: [account, filledText('TITLE', 200)],
    options: { ticket: usual(text('NO'), ''), at },
    async run({ workspace, operands: [{ id: accountId }, title], options }) {
      const { ticket, at: startedAt = null } = options;
      const given = { accountId, title, ticketNo: ticket, startedAt };
      const id = unwrap(await startIncident(workspace, given));
      return report({ id }, [id]);
    },
  }),
  command({
    name: 'incident move',
    zh: '平台答复了、解决了，或重新打开',
    en: 'the platform answered or solved it, or it is open again',
    access: 'bookParcels',
    operands: [text('ID'), oneOf(['answered', 'solved', 'reopened'])],
    options: { at, outcome: usual(text('TEXT'), '') },
    async run({ workspace, operands: [id, step], options: { at: movedAt = null, outcome } }) {
      unwrap(await moveIncident(workspace, { id, step, at: movedAt, outcome }));
      return report({ id, step }, [id]);
    },
  }),
];
