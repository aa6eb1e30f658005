import { describe, expect, test } from 'vitest';
import { placeFromFound } from '../../../../../../../renderer/screens/printing/printers/printerAddress.ts';
import {
  chooseFound,
  chooseLanguage,
  emptySetup,
  isStepDone,
  learnProbe,
} from '../../../../../../../renderer/screens/printing/printers/setup/setupDraft.ts';

describe('setting up a printer', () => {
  test('the first step is done once the printer can be reached by something', () => {
    expect(isStepDone(emptySetup, 'way')).toBe(false);
    const found = { place: placeFromFound('spool://GP%201324D'), name: 'GP 1324D' };
    expect(isStepDone(chooseFound(emptySetup, found), 'way')).toBe(true);
  });

  test('a found printer brings its name, and nobody else’s', () => {
    const draft = chooseFound(emptySetup, {
      place: placeFromFound('serial:///dev/ttyUSB0?baud=115200'),
      name: '/dev/ttyUSB0',
    });
    expect(draft.name).toBe('/dev/ttyUSB0');
    expect(draft.place).toMatchObject({ way: 'serial', device: '/dev/ttyUSB0', baud: '115200' });
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
    expect(isStepDone({ ...emptySetup, name: '  ' }, 'media')).toBe(false);
    expect(isStepDone({ ...emptySetup, name: '打包台 1' }, 'media')).toBe(true);
  });
});
