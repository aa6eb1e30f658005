import { evidenceKinds, noteKinds } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { readMinuteOfDay, type ServiceHours } from '../../../shared/rules/serviceHours.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { attachEvidence, removeEvidence, takeOutEvidence } from '../../usecases/platformRecord/evidence.ts';
import { exportRecord, formatOf } from '../../usecases/platformRecord/exportRecord.ts';
import { addNote } from '../../usecases/platformRecord/notes.ts';
import { readPlatformRecord } from '../../usecases/platformRecord/record.ts';
import { recordRows } from '../../usecases/platformRecord/recordRows.ts';
import { saveTerms } from '../../usecases/platformRecord/terms.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { account } from '../accounts/account.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { day, many, oneOf, path, text, usual, whole, writtenFile } from '../main/word.ts';

async function told(workspace: Workspace, accountId: string, language: Language) {
  const record = unwrap(await readPlatformRecord(workspace, accountId));
  const rows = recordRows(workspace, record, language, workspace.clock.now());
  const isLacking = record.dimensions.some(({ verdict }) => verdict === 'lacking');
  return report(
    record,
    rows.map((cells) => cells.filter((cell) => cell !== '').join('  ')),
    isLacking,
  );
}

/** `1-5` or `1,3,6-7`; null: no days. */
function readDays(argument: string): number[] | null {
  const days = argument.split(',').flatMap((part) => {
    const [, first = '', last = first] = /^([1-7])(?:-([1-7]))?$/.exec(part.trim()) ?? [];
    const count = Number(last || first) - Number(first) + 1;
    return first === '' || count < 1 ? [null] : Array.from({ length: count }, (_, at) => Number(first) + at);
  });
  const known = days.filter((one) => one !== null);
  return known.length === days.length ? [...new Set(known)].sort() : null;
}

/** `1-5=09:00-18:00`: Monday to Friday. */
const hours = {
  name: '1-5=09:00-18:00',
  read(argument: string): Pick<ServiceHours, 'days' | 'opensMinute' | 'closesMinute'> | null {
    const [, saidDays = '', from = '', to = ''] =
      /^([\d,\s-]+)=(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/.exec(argument.trim()) ?? [];
    const [days, opensMinute, closesMinute] = [
      readDays(saidDays),
      readMinuteOfDay(from),
      readMinuteOfDay(to),
    ];
    return days === null || opensMinute === null || closesMinute === null
      ? null
      : { days, opensMinute, closesMinute };
  },
};

const recordFile = {
  name: 'FILE.xlsx|.html|.json',
  read(argument: string) {
    const file = path('FILE').read(argument) ?? argument;
    const format = formatOf(file);
    return format === null ? null : { file, format };
  },
};

export const platformRecordCommands: readonly Command[] = [
  command({
    name: 'platform show',
    zh: '平台档案：覆盖、稳定性、功能、服务支持、合规，以及问题和沟通记录',
    en: 'the record of an account’s platform: coverage, stability, functions, support, compliance, incidents, notes',
    access: 'bookParcels',
    operands: [account],
    run: ({ workspace, language, operands: [{ id }] }) => told(workspace, id, language),
  }),
  command({
    name: 'platform terms',
    zh: '记下与平台的服务约定；没给的不变（日期 1-7 是周一到周日）',
    en: 'note what was agreed with the platform; what is not given stays (days 1-7 are Monday to Sunday)',
    access: 'changeAccounts',
    operands: [account],
    options: {
      adviser: text('NAME'),
      phone: text('PHONE'),
      hotline: text('PHONE'),
      hours,
      holiday: many(day),
      workday: many(day),
      answer: whole(1, 100_000, 'MINUTES'),
      solution: whole(1, 1_000_000, 'MINUTES'),
      compensation: text('TEXT'),
    },
    async run({ workspace, language, operands: [{ id }], options }) {
      const { terms, version } = unwrap(await readPlatformRecord(workspace, id)).support;
      const span = options.hours ?? terms.hours;
      const dates = (given: readonly string[], before: readonly string[] = []) =>
        given.length > 0 ? given : before;
      const saved = await saveTerms(workspace, {
        accountId: id,
        version,
        terms: {
          adviserName: options.adviser ?? terms.adviserName,
          adviserPhone: options.phone ?? terms.adviserPhone,
          hotline: options.hotline ?? terms.hotline,
          answerMinutes: options.answer ?? terms.answerMinutes,
          solutionMinutes: options.solution ?? terms.solutionMinutes,
          compensation: options.compensation ?? terms.compensation,
          hours:
            span === null
              ? null
              : {
                  ...span,
                  holidays: dates(options.holiday, terms.hours?.holidays),
                  workdays: dates(options.workday, terms.hours?.workdays),
                },
        },
      });
      unwrap(saved);
      return told(workspace, id, language);
    },
  }),
  command({
    name: 'platform attach',
    zh: '给平台档案添加资料（资质、案例、合同），文件加密保存',
    en: 'attach a file to the record (certificate, case, contract); it is kept sealed',
    access: 'changeAccounts',
    operands: [account, oneOf(evidenceKinds), path('FILE')],
    options: { until: usual(day, '') },
    async run({ workspace, operands: [{ id: accountId }, kind, file], options: { until } }) {
      const given = { accountId, kind, path: file, validUntil: until };
      const id = unwrap(await attachEvidence(workspace, given));
      return report({ id }, [id]);
    },
  }),
  command({
    name: 'platform file',
    zh: '取出平台档案里的资料',
    en: 'take a file out of a platform record',
    access: 'changeAccounts',
    operands: [text('ID')],
    options: { out: writtenFile(path('FILE')) },
    async run({ workspace, operands: [id], options: { out } }) {
      const { path: file } = unwrap(await takeOutEvidence(workspace, id, out));
      return report({ file }, [file]);
    },
  }),
  command({
    name: 'platform detach',
    zh: '删除平台档案里的资料',
    en: 'remove a file from a platform record',
    access: 'changeAccounts',
    operands: [text('ID')],
    async run({ workspace, operands: [id] }) {
      unwrap(await removeEvidence(workspace, id));
      return report({ id }, [id]);
    },
  }),
  command({
    name: 'platform note',
    zh: '记下与平台的沟通',
    en: 'note what was said with the platform',
    access: 'bookParcels',
    operands: [account, oneOf(noteKinds), text('TEXT')],
    options: { person: usual(text('NAME'), ''), file: text('ID'), incident: text('ID') },
    async run({ workspace, operands: [{ id: accountId }, kind, noteText], options }) {
      const id = unwrap(
        await addNote(workspace, {
          accountId,
          kind,
          text: noteText,
          person: options.person,
          evidenceId: options.file ?? null,
          incidentId: options.incident ?? null,
        }),
      );
      return report({ id }, [id]);
    },
  }),
  command({
    name: 'platform export',
    zh: '导出平台档案：表格、可打印的网页或 JSON',
    en: 'write the record as a spreadsheet, a page to print, or JSON',
    access: 'changeAccounts',
    operands: [account],
    options: { out: writtenFile(recordFile) },
    async run({ workspace, language, operands: [{ id: accountId }], options: { out } }) {
      const format = out?.format ?? 'xlsx';
      const written = unwrap(await exportRecord(workspace, { accountId, language, format, path: out?.file }));
      return report({ file: written.path }, [written.path]);
    },
  }),
];
