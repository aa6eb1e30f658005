import { labelSizes } from '../../../shared/domain/labelDocument.ts';
import { defaultPrinterProfile, type PrinterProfile } from '../../../shared/domain/printer.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import {
  calibratePrinter,
  findPrinters,
  probeAddress,
  readPrinterSetup,
  savePrinterSetup,
} from '../../usecases/printing/printerSetup.ts';
import { printSetupSheet } from '../../usecases/printing/setupSheet.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { stateText } from '../main/stateText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

export const printerFindCommand: Command = {
  name: 'printer find',
  usage: '[URI]',
  does: {
    'zh-CN': '列出这台电脑认识的打印机；给出地址则只询问那一台',
    en: 'list printers this computer knows; with an address, ask that one',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [uri] = context.operands;
      const { language } = context;
      if (uri !== undefined) {
        const probed = await probeAddress(workspace, uri);
        if (probed.errorCode !== '' && !probed.isReachable && probed.errorCode !== 'PRINTER_UNREACHABLE')
          return failure('PRINTER_URI_INVALID', { part: uri.slice(0, 60) });
        const state = stateText('printer', probed.state, language);
        const languages = probed.languages.join(' ');
        return done({
          exitCode: probed.isReachable ? 0 : 3,
          json: { probed: { uri, ...probed } },
          human: [commandText(language, 'printerProbed', { uri, state, languages: languages || '-' })],
        });
      }
      const { printers, unavailable } = await findPrinters(workspace);
      return done({
        exitCode: 0,
        json: { printers, unavailable },
        human:
          printers.length === 0
            ? [commandText(language, 'none')]
            : printers.map(({ uri: found, name, state }) =>
                commandText(language, 'printerLine', {
                  uri: found,
                  name,
                  state: stateText('printer', state, language),
                }),
              ),
      });
    }),
};

const wholeOptions = {
  density: ['density', 0, 15],
  speed: ['speedInchesPerSecond', 1, 14],
  window: ['unconfirmedWindow', 1, 50],
} as const;

/** Millimetres as people write them: `1.5` → 15 tenths; null: no such number. */
function readTenthMm(text: string, max: number): number | null {
  if (!/^-?\d{1,2}(\.\d)?$/.test(text)) return null;
  const tenth = Math.round(Number(text) * 10);
  return Math.abs(tenth) <= max ? tenth : null;
}

function readProfile(context: CommandContext): Outcome<Partial<PrinterProfile>> {
  const patch: Record<string, number | string | boolean> = {};
  const usage = failure('USAGE', { detail: `printer add ${printerAddCommand.usage}` });
  for (const [option, [key, min, max]] of Object.entries(wholeOptions)) {
    const text = context.text(option);
    if (text === undefined) continue;
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max) return usage;
    patch[key] = value;
  }
  const gap = context.text('gap');
  if (gap !== undefined) {
    const tenth = readTenthMm(gap, 200);
    if (tenth === null || tenth < 0) return usage;
    patch.gapTenthMm = tenth;
  }
  const encoding = context.text('enc');
  if (encoding !== undefined) patch.encoding = encoding.toLowerCase();
  const backup = context.text('backup');
  if (backup !== undefined) patch.backupUri = backup;
  const loaded = context.text('loaded');
  if (loaded !== undefined) {
    const size = labelSizes.find((known) => known === loaded);
    if (size === undefined && loaded !== 'any') return usage;
    patch.loadedSize = size ?? '';
  }
  if (context.flag('answers')) patch.answersStatus = true;
  return done(patch as Partial<PrinterProfile>);
}

export const printerAddCommand: Command = {
  name: 'printer add',
  usage:
    'URI --name NAME [--backup URI] [--loaded 76x130|100x150|100x180|60x40|any] [--density 0-15] [--speed 1-14] [--gap MM] [--enc z64|acs|hex] [--window N] [--answers]',
  does: { 'zh-CN': '添加打印机或改它的设置', en: 'add a printer, or change what is set for it' },
  options: {
    name: { type: 'string' },
    backup: { type: 'string' },
    loaded: { type: 'string' },
    density: { type: 'string' },
    speed: { type: 'string' },
    gap: { type: 'string' },
    enc: { type: 'string' },
    window: { type: 'string' },
    answers: { type: 'boolean' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [uri] = context.operands;
      const name = context.text('name');
      if (uri === undefined || name === undefined || name.trim() === '' || name.length > 40)
        return failure('USAGE', { detail: `printer add ${printerAddCommand.usage}` });
      const profile = readProfile(context);
      if (!profile.ok) return profile;
      const saved = await savePrinterSetup(workspace, { uri, name: name.trim(), profile: profile.value });
      if (!saved.ok) return saved;
      return done({
        exitCode: 0,
        json: { ...saved.value },
        human: [commandText(context.language, 'printerSaved', { name: saved.value.name, uri })],
      });
    }),
};

export const printerCalibrateCommand: Command = {
  name: 'printer calibrate',
  usage: 'URI [--left=MM --top=MM]',
  does: {
    'zh-CN': '打印标尺；再用读到的毫米数校准偏移',
    en: 'print the ruler sheet; then set the offset by what was read off it',
  },
  options: { left: { type: 'string' }, top: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [uri] = context.operands;
      const [left, top] = [context.text('left'), context.text('top')];
      const usage = failure('USAGE', { detail: `printer calibrate ${printerCalibrateCommand.usage}` });
      if (uri === undefined || (left === undefined) !== (top === undefined)) return usage;
      if (left === undefined || top === undefined) {
        const printed = await printSetupSheet(workspace, { uri, sheet: 'ruler', profile: {} });
        if (!printed.ok) return printed;
        const setup = await readPrinterSetup(workspace, uri);
        return done({
          exitCode: 0,
          json: { uri, sheet: 'ruler', profile: setup.ok ? setup.value.profile : defaultPrinterProfile },
          human: [commandText(context.language, 'rulerPrinted', { uri })],
        });
      }
      const [leftTenthMm, topTenthMm] = [readTenthMm(left, 100), readTenthMm(top, 100)];
      if (leftTenthMm === null || topTenthMm === null) return usage;
      const saved = await calibratePrinter(workspace, { uri, leftTenthMm, topTenthMm });
      if (!saved.ok) return saved;
      return done({
        exitCode: 0,
        json: { ...saved.value },
        human: [commandText(context.language, 'printerSaved', { name: saved.value.name, uri })],
      });
    }),
};
