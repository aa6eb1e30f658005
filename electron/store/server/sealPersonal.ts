import {
  AliasNode,
  BinaryOperationNode,
  ColumnNode,
  type ColumnUpdateNode,
  type DeleteQueryNode,
  IdentifierNode,
  type InsertQueryNode,
  type JoinNode,
  type Kysely,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  PrimitiveValueListNode,
  type QueryId,
  RawNode,
  ReferenceNode,
  type RootOperationNode,
  type SelectQueryNode,
  TableNode,
  type UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
} from 'kysely';
import { ExpectedError, failure } from '../../../shared/errors/outcome.ts';
import type { BookKeys } from '../../vault/bookKeys.ts';
import { createTextSeal, isSealedText, type TextKind, type TextSeal } from '../../vault/sealedText.ts';
import { type PersonalSeal, type PersonalValueNode, sealPersonal } from '../database/personalSeal.ts';
import type { Schema } from '../schema.ts';
import { kindOf, personalTables } from './personalColumns.ts';

/** undefined: in this book they stand in plain. */
export const personalSeal = (keys: BookKeys | undefined): TextSeal | undefined =>
  keys?.list.isPersonalSealed === true ? createTextSeal(keys) : undefined;

/**
 * The same connections; what they write to personal columns, or compare with them, is sealed, and what they read is opened. `learn`: asked
 * for when a row is sealed by a key that is not known here.
 */
export function sealedBy(
  db: Kysely<Schema>,
  seal: TextSeal | undefined,
  learn: () => Promise<void> = async () => undefined,
): Kysely<Schema> {
  if (seal === undefined) return db;
  const columns = columnsSealedBy(seal);
  sealPersonal(db, columns);
  return db.withPlugin(sealingPlugin(seal, columns, learn));
}

function columnsSealedBy(seal: TextSeal): PersonalSeal {
  return {
    sealed(table, column, value, row) {
      const kind = typeof value === 'string' ? kindOf(table, column) : undefined;
      if (kind === undefined || isPlainRow(table, row)) return value;
      return seal.seal(value as string, kind);
    },
    get hasPreviousKeys() {
      return seal.hasPreviousKeys;
    },
    get head() {
      return seal.head;
    },
  };
}

function isPlainRow(table: string, row: Readonly<Record<string, unknown>>): boolean {
  const personal = personalTables[table];
  if (personal?.plainRows === undefined) return false;
  return personal.plainRows.includes(String(row[personal.key[0] ?? '']));
}

function sealingPlugin(seal: TextSeal, columns: PersonalSeal, learn: () => Promise<void>): KyselyPlugin {
  const sealer = new Sealer(seal, columns);
  return {
    transformQuery: ({ node, queryId }): RootOperationNode => sealer.transformNode(node, queryId),
    async transformResult({ result }) {
      for (const row of result.rows)
        for (const column in row) {
          const value = row[column];
          if (!isText(value) || !isSealedText(value)) continue;
          const plain = seal.open(value);
          if (plain === null) await learn();
          row[column] = plain ?? opened(seal, value);
        }
      return result;
    },
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

function opened(seal: TextSeal, text: string): string {
  const plain = seal.open(text);
  // Somebody has written to the tables by hand.
  if (plain === null) throw new ExpectedError(failure('SERVER_BOOK_CHANGED'));
  return plain;
}

type QueryNode = SelectQueryNode | UpdateQueryNode | DeleteQueryNode | InsertQueryNode;

/** Rewrites statements as they must be where personal columns are sealed. */
class Sealer extends OperationNodeTransformer {
  readonly #seal: TextSeal;
  readonly #columns: PersonalSeal;
  /** What is written to the rows of this statement stays in plain. */
  #isPlain = false;

  constructor(seal: TextSeal, columns: PersonalSeal) {
    super();
    this.#seal = seal;
    this.#columns = columns;
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId?: QueryId): InsertQueryNode {
    const table = node.into?.table.identifier.name ?? '';
    const { values } = node;
    if (values === undefined || !ValuesNode.is(values)) return super.transformInsertQuery(node, queryId);
    const names = (node.columns ?? []).map(({ column }) => column.name);
    const rows = values.values.map((row) => {
      const values = row.values.map((value) => plainValue(value));
      const named = Object.fromEntries(names.map((name, no) => [name, values[no]]));
      this.#isPlain = isPlainRow(table, named);
      const sealed = (value: unknown, no: number) =>
        this.#columns.sealed(table, names[no] ?? '', plainValue(value), named);
      return PrimitiveValueListNode.is(row)
        ? PrimitiveValueListNode.create(row.values.map(sealed))
        : ValueListNode.create(
            row.values.map((value, no) =>
              ValueNode.is(value) ? withValue(value, sealed(value, no)) : value,
            ),
          );
    });
    try {
      return super.transformInsertQuery({ ...node, values: ValuesNode.create(rows) }, queryId);
    } finally {
      this.#isPlain = false;
    }
  }

  protected override transformColumnUpdate(node: ColumnUpdateNode, queryId?: QueryId): ColumnUpdateNode {
    const kind = this.#isPlain ? undefined : this.#kindOf(node.column);
    const { value } = node;
    if (kind === undefined || !ValueNode.is(value) || !isText(value.value))
      return super.transformColumnUpdate(node, queryId);
    const sealed = withValue(value, this.#seal.seal(value.value, kind));
    return super.transformColumnUpdate({ ...node, value: sealed }, queryId);
  }

  protected override transformBinaryOperation(
    node: BinaryOperationNode,
    queryId?: QueryId,
  ): BinaryOperationNode {
    const kind = this.#kindOf(node.leftOperand);
    const asked = kind === undefined ? node : this.#asked(node, kind);
    return super.transformBinaryOperation(asked, queryId);
  }

  protected override transformValue(node: ValueNode): ValueNode {
    const { personal } = node as Partial<PersonalValueNode>;
    if (personal === undefined) return node;
    return ValueNode.create(this.#columns.sealed(...personal, node.value, {}));
  }

  /** The same question of what is sealed: one text may stand there in several forms. */
  #asked(node: BinaryOperationNode, kind: TextKind): BinaryOperationNode {
    const { operator, rightOperand: right } = node;
    const word = OperatorNode.is(operator) ? operator.operator : '';
    if (word === 'is' || word === 'is not') return node;
    const isNegated = word === '<>' || word === '!=' || word === 'not in';
    if (!isNegated && word !== '=' && word !== 'in') throw new Error(`a sealed column is asked for ${word}`);
    const texts = textsOf(right);
    if (texts === undefined) return node;
    const forms = texts.flatMap((text) => [...this.#seal.alike(text, kind)]);
    if (RawNode.is(right)) {
      const [list] = right.parameters;
      if (list === undefined || !ValueNode.is(list)) return node;
      const parameters = [withValue(list, JSON.stringify(forms))];
      return BinaryOperationNode.create(node.leftOperand, operator, { ...right, parameters } as RawNode);
    }
    const [form] = forms;
    if (forms.length === 1 && ValueNode.is(right))
      return BinaryOperationNode.create(node.leftOperand, operator, withValue(right, form));
    const inList = OperatorNode.create(isNegated ? 'not in' : 'in');
    return BinaryOperationNode.create(node.leftOperand, inList, PrimitiveValueListNode.create(forms));
  }

  #kindOf(node: OperationNode): TextKind | undefined {
    const [table, column] = ReferenceNode.is(node)
      ? [node.table?.table.identifier.name, node.column]
      : [undefined, node];
    if (!ColumnNode.is(column)) return undefined;
    const name = column.column.name;
    for (const query of [...this.nodeStack].reverse()) {
      if (!isQuery(query)) continue;
      const tables = tablesOf(query);
      if (table === undefined) return firstKind([...tables.values()], name);
      const named = tables.get(table);
      if (named !== undefined) return kindOf(named, name);
    }
    return undefined;
  }
}

function firstKind(tables: readonly string[], column: string): TextKind | undefined {
  for (const table of tables) {
    const kind = kindOf(table, column);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

const queryKinds: ReadonlySet<string> = new Set([
  'SelectQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
  'InsertQueryNode',
]);

const isQuery = (node: OperationNode): node is QueryNode => queryKinds.has(node.kind);

/** Tables of a statement by the names it gives them. */
function tablesOf(query: QueryNode): Map<string, string> {
  const tables = new Map<string, string>();
  for (const node of sourcesOf(query)) {
    const [source, alias] = AliasNode.is(node) ? [node.node, node.alias] : [node, undefined];
    if (!TableNode.is(source)) continue;
    const { name } = source.table.identifier;
    tables.set(alias !== undefined && IdentifierNode.is(alias) ? alias.name : name, name);
  }
  return tables;
}

function sourcesOf(query: QueryNode): readonly OperationNode[] {
  const joined = ({ joins = [] }: { readonly joins?: readonly JoinNode[] }) =>
    joins.map(({ table }) => table);
  switch (query.kind) {
    case 'InsertQueryNode':
      return query.into === undefined ? [] : [query.into];
    case 'UpdateQueryNode':
      return [...(query.table === undefined ? [] : [query.table]), ...joined(query)];
    case 'DeleteQueryNode':
      return [...query.from.froms, ...joined(query)];
    default:
      return [...(query.from?.froms ?? []), ...joined(query)];
  }
}

const plainValue = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && ValueNode.is(value as OperationNode)
    ? (value as ValueNode).value
    : value;

const withValue = (node: ValueNode, value: unknown): ValueNode => ({ ...node, value });

const listForm = '(select value from json_each(';

/** undefined: they are found by another question. */
function textsOf(node: OperationNode): string[] | undefined {
  if (ValueNode.is(node)) return isText(node.value) ? [node.value] : undefined;
  if (PrimitiveValueListNode.is(node)) return node.values.filter(isText);
  if (ValueListNode.is(node)) return node.values.map((value) => String(plainValue(value)));
  if (!RawNode.is(node) || node.sqlFragments[0] !== listForm) return undefined;
  const [list] = node.parameters;
  return list !== undefined && ValueNode.is(list) ? (JSON.parse(String(list.value)) as string[]) : undefined;
}
