import { describe, expect, test } from 'vitest';
import { readPrinterKinds } from '../../../../../../../electron/printers/printerKinds.ts';
import {
  chooseFound,
  chooseLanguage,
  isStepDone,
  learnProbe,
  startSetup,
} from '../../../../../../../renderer/screens/printing/printers/setup/setupDraft.ts';
import { placeFromFound } from '../../../../../../../shared/domain/printing/printerAddress.ts';

const kinds = readPrinterKinds();
const emptySetup = startSetup(kinds);

describe('setting up a printer', () => {
  test('the first step is done once the printer can be reached by something', () => {
    expect(isStepDone(emptySetup, 'way', kinds)).toBe(false);
    const found = { place: placeFromFound('spool://GP%201324D', kinds.ways), name: 'GP 1324D' };
    expect(isStepDone(chooseFound(emptySetup, found), 'way', kinds)).toBe(true);
  });

  test('a found printer brings its name, and nobody else’s', () => {
    const draft = chooseFound(emptySetup, {
      place: placeFromFound('serial:///dev/ttyUSB0?baud=115200', kinds.ways),
      name: '/dev/ttyUSB0',
    });
    expect(draft.name).toBe('/dev/ttyUSB0');
    expect(draft.place).toEqual({
      way: 'serial',
      values: { device: '/dev/ttyUSB0', baud: '115200' },
    });
  });

  test('a printer that answers teaches its language; a silent one leaves the choice as it was', () => {
    expect(learnProbe(emptySetup, { answersStatus: true, languages: ['zpl', 'tspl'] }).media.language).toBe(
      'zpl',
    );
    const silent = learnProbe(emptySetup, { answersStatus: false, languages: [] });
    expect(silent.media.language).toBe('tspl');
    expect(silent.answersStatus).toBe(false);
  });

  test('another language has other forms of a picture: the one chosen before is forgotten', () => {
    const zpl = { ...chooseLanguage(emptySetup, 'zpl'), encoding: 'acs' };
    expect(chooseLanguage(zpl, 'zpl').encoding).toBe('acs');
    expect(chooseLanguage(zpl, 'tspl').encoding).toBeNull();
    expect(learnProbe(zpl, { answersStatus: true, languages: ['cpcl'] }).encoding).toBeNull();
  });

  test('a printer without a name is not added', () => {
    expect(isStepDone({ ...emptySetup, name: '  ' }, 'media', kinds)).toBe(false);
    expect(isStepDone({ ...emptySetup, name: '打包台 1' }, 'media', kinds)).toBe(true);
  });
});
