import { expect, test } from 'vitest';
import { serverStatements } from '../../../../shared/rules/serverStatements.ts';

test('a role for a book may keep it and nothing else, and no password stands in what is copied', () => {
  const statements = serverStatements({ user: 'shipdesk', database: 'shop' });
  expect(statements[0]).toBe(
    'create role "shipdesk" login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;',
  );
  expect(statements.at(-1)).toBe('revoke connect, temporary on database "shop" from public;');
  expect(statements.join('\n')).not.toMatch(/password '/i);
});

test('a name that would end its quotes does not', () => {
  const [role] = serverStatements({ user: 'a"; drop role b; --', database: 'shop' });
  expect(role).toMatch(/^create role "a""; drop role b; --" login /);
});
