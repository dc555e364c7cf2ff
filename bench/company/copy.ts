// A company from one office: its rows copied in SQL, each copy's ids moved past those of the copy before.
import type Client from 'better-sqlite3';

/** Columns that hold ids of another table without saying so in the schema. */
const UNDECLARED: Readonly<Record<string, string>> = {
  'lead.followup_id': 'followup',
  'payment.followup_id': 'followup',
  'deal.opened_by': 'followup',
  'deal.closed_by': 'followup',
  'followup.verdict_of': 'followup',
};
/** Of the whole workspace, not of an office. */
const SHARED = new Set(['standard', 'prior', 'setting']);
/** What has to differ between copies; `@n` is the copy's number. */
const RENAMED: Readonly<Record<string, string>> = {
  'team.name': `name || ' ' || @n`,
  'member.name': `name || '-' || @n`,
  'identity.user': `user || '-' || @n`,
  'customer.name': `name || @n`,
  'customer.key': `key || @n`,
  'customer_alias.name': `name || @n`,
  'customer_alias.key': `key || @n`,
};

interface Column {
  readonly table: string;
  readonly name: string;
  readonly pk: number;
}

const namesOf = (client: Client.Database): readonly string[] =>
  client
    .prepare<[], { name: string }>(
      `SELECT name FROM office.sqlite_master
       WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'`,
    )
    .all()
    .map(({ name }) => name);

/** The value of a column in a copy: an id is moved past all ids of the copies before. */
const copied = (
  { table, name, pk }: Column,
  references: ReadonlyMap<string, string>,
  hasId: ReadonlySet<string>,
  oneTeam: boolean,
): string => {
  const renamed = RENAMED[`${table}.${name}`];
  if (renamed !== undefined) return renamed;
  const target = name === 'id' && pk === 1 ? table : references.get(name);
  if (target === undefined || !hasId.has(target) || SHARED.has(target)) return `"${name}"`;
  if (target === 'team' && oneTeam) return `"${name}"`;
  return `"${name}" + @n * (SELECT max(id) FROM office."${target}")`;
};

/**
 * Copies all rows of the attached database `office` into `main`, whose tables hold none.
 * @param copies 1 or more
 * @param oneTeam whether the copies' people all belong to the first copy's team
 */
export const copyOffice = (client: Client.Database, copies: number, oneTeam: boolean): void => {
  const tables = namesOf(client);
  const columnsOf = (table: string): readonly Column[] =>
    client
      .prepare<[string], Omit<Column, 'table'>>(
        `SELECT name, pk FROM pragma_table_info(?, 'office')`,
      )
      .all(table)
      .map((column) => ({ table, ...column }));
  const hasId = new Set(
    tables.filter((table) => columnsOf(table).some(({ name, pk }) => name === 'id' && pk === 1)),
  );
  const statements = tables.map((table) => {
    const declared = client
      .prepare<[string], { from: string; to: string }>(
        `SELECT "from", "table" AS "to" FROM pragma_foreign_key_list(?, 'office')`,
      )
      .all(table)
      .map(({ from, to }) => [from, to] as const);
    const undeclared = columnsOf(table).flatMap(({ name }) => {
      const to = UNDECLARED[`${table}.${name}`];
      return to === undefined ? [] : [[name, to] as const];
    });
    const references = new Map([...declared, ...undeclared]);
    const columns = columnsOf(table);
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const values = columns.map((column) => copied(column, references, hasId, oneTeam)).join(', ');
    const statement = client.prepare(
      `INSERT INTO main."${table}" (${names}) SELECT ${values} FROM office."${table}" WHERE @n >= 0`,
    );
    const isOnce = SHARED.has(table) || (oneTeam && (table === 'team' || table === 'team_day'));
    return { statement, isOnce };
  });
  const copy = client.transaction((n: number) => {
    for (const { statement, isOnce } of statements) if (n === 0 || !isOnce) statement.run({ n });
  });
  for (let n = 0; n < copies; n += 1) copy(n);
};
