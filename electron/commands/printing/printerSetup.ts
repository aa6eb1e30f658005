import { labelSizes } from '../../../shared/domain/printing/labelDocument.ts';
import { defaultPrinterProfile, type PrinterProfile } from '../../../shared/domain/printing/printer.ts';
import { definedIn } from '../../../shared/rules/typedRecord.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { invalidPrinterUri } from '../../printers/parsePrinterUri.ts';
import {
  calibratePrinter,
  findPrinters,
  probeAddress,
  readPrinterSetup,
  savePrinterSetup,
} from '../../usecases/printing/printers/printerSetup.ts';
import { printSetupSheet } from '../../usecases/printing/printers/setupSheet.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { nothing, phrases } from '../main/phrases.ts';
import { filledText, flag, oneOf, optional, required, text, whole } from '../main/word.ts';
import { printerCells } from './printers.ts';

const say = phrases({
  probed: ['{uri}  {state}  应答的语言：{languages}', '{uri}  {state}  answers in: {languages}'],
  saved: ['已保存打印机 {name}（{uri}）。', 'Printer {name} ({uri}) is saved.'],
  ruler: [
    '标尺已发送到 {uri}。读出纸的左边和上边切在几毫米处，再运行 --left=MM --top=MM。',
    'The ruler went to {uri}. Read where the left and the top edge of the paper cut the scales, then run --left=MM --top=MM.',
  ],
});

/** Millimetres as people write them, in tenths: `1.5` → 15. */
const tenthMm = (least: number, most: number, name = 'MM') => ({
  name,
  read(argument: string): number | null {
    const tenth = Math.round(Number(argument) * 10);
    return /^-?\d{1,2}(\.\d)?$/.test(argument) && tenth >= least && tenth <= most ? tenth : null;
  },
});

export const printerSetupCommands: readonly Command[] = [
  command({
    name: 'printer find',
    zh: '列出这台电脑认识的打印机；给出地址则只询问那一台',
    en: 'list printers this computer knows; with an address, ask that one',
    access: 'changePrinters',
    operands: [optional(text('URI'))],
    async run({ workspace, language, operands: [uri] }) {
      if (uri === undefined) {
        const { printers, unavailable } = await findPrinters(workspace);
        const lines = inColumns(printers.map((printer) => printerCells(printer, language)));
        return report({ printers, unavailable }, lines.length === 0 ? [nothing(language)] : lines);
      }
      const probed = await probeAddress(workspace, uri);
      const { isReachable, errorCode } = probed;
      if (errorCode !== '' && !isReachable && errorCode !== 'PRINTER_UNREACHABLE')
        return invalidPrinterUri(uri.slice(0, 60));
      const state = wordFor(language, 'printer', probed.state);
      const languages = probed.languages.join(' ') || '-';
      const human = [say(language, 'probed', { uri, state, languages })];
      return report({ probed: { uri, ...probed } }, human, !isReachable);
    },
  }),
  command({
    name: 'printer add',
    zh: '添加打印机或改它的设置',
    en: 'add a printer, or change what is set for it',
    access: 'changePrinters',
    begins: true,
    operands: [text('URI')],
    options: {
      name: required(filledText('NAME', 40)),
      backup: text('URI'),
      loaded: oneOf([...labelSizes, 'any']),
      density: whole(0, 15, '0-15'),
      speed: whole(1, 14, '1-14'),
      gap: tenthMm(0, 200),
      enc: text('z64|acs|hex'),
      window: whole(1, 50),
      answers: flag,
    },
    async run({ workspace, language, operands: [uri], options }) {
      const { name, backup, loaded, density, speed, gap, enc, window, answers } = options;
      const given = {
        density,
        speedInchesPerSecond: speed,
        unconfirmedWindow: window,
        gapTenthMm: gap,
        encoding: enc?.toLowerCase(),
        backupUri: backup,
        loadedSize: loaded === 'any' ? '' : loaded,
        answersStatus: answers || undefined,
      };
      const profile = definedIn(given) as Partial<PrinterProfile>;
      const saved = unwrap(await savePrinterSetup(workspace, { uri, name, profile }));
      return report({ ...saved }, [say(language, 'saved', { name: saved.name, uri })]);
    },
  }),
  command({
    name: 'printer calibrate',
    zh: '打印标尺；再用读到的毫米数校准偏移',
    en: 'print the ruler sheet; then set the offset by what was read off it',
    access: 'changePrinters',
    operands: [text('URI')],
    options: { left: tenthMm(-100, 100, '=MM'), top: tenthMm(-100, 100, '=MM') },
    together: ['--left', '--top'],
    async run({ workspace, language, operands: [uri], options: { left, top } }) {
      if (left !== undefined && top !== undefined) {
        const saved = unwrap(await calibratePrinter(workspace, { uri, leftTenthMm: left, topTenthMm: top }));
        return report({ ...saved }, [say(language, 'saved', { name: saved.name, uri })]);
      }
      unwrap(await printSetupSheet(workspace, { uri, sheet: 'ruler', profile: {} }));
      const setup = await readPrinterSetup(workspace, uri);
      const profile = setup.ok ? setup.value.profile : defaultPrinterProfile;
      return report({ uri, sheet: 'ruler', profile }, [say(language, 'ruler', { uri })]);
    },
  }),
];
