import { expect, test } from 'vitest';
import { jobFailure } from '../../../../../renderer/screens/print/jobFailure.ts';

const job = { errorCode: 'PRINTER_UNREACHABLE', orderNo: '1001' };

test('the words of a failure can name the printer on the network', () => {
  const printerUri = 'tcp://192.168.1.50:9101?lang=tspl';
  expect(jobFailure({ ...job, printerUri }).params).toEqual({
    orderNo: '1001',
    host: '192.168.1.50',
    port: '9101',
  });
  expect(jobFailure({ ...job, printerUri: 'tcp://printer.lan' }).params).toMatchObject({
    host: 'printer.lan',
    port: '9100',
  });
  expect(jobFailure({ ...job, printerUri: 'tcp://[fe80::1]:9100' }).params).toMatchObject({
    host: '[fe80::1]',
  });
});

test('a printer without an address gives none', () => {
  expect(jobFailure({ ...job, printerUri: 'spool://GP%20x' }).params).toEqual({ orderNo: '1001' });
});
