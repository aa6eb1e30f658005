/** Whom the administrator of a server makes a role and a database for. */
export interface NewServerRole {
  readonly user: string;
  readonly database: string;
}

/** A name as PostgreSQL takes it between quotes. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * What gives a role its own empty database and nothing besides: it makes no databases and no roles, it sees no other database's
 * content, and nobody else gets into this one. The password is asked for by `\password`, so that it is in no file or log.
 */
export function serverStatements({ user, database }: NewServerRole): readonly string[] {
  const [role, book] = [quoted(user), quoted(database)];
  return [
    `create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;`,
    `\\password ${role}`,
    `create database ${book} owner ${role} encoding 'UTF8' template template0;`,
    `revoke connect, temporary on database ${book} from public;`,
  ];
}
