import { expect, test } from 'vitest';
import { escapeHtml } from '../../../../shared/text/escapeHtml.ts';

test('a shop that calls itself <b>A & B</b> is printed so, and cannot leave its attribute', () => {
  expect(escapeHtml('<b>A & B</b>')).toBe('&lt;b&gt;A &amp; B&lt;/b&gt;');
  expect(escapeHtml('" onload="')).toBe('&quot; onload=&quot;');
  expect(escapeHtml('发货台')).toBe('发货台');
});
