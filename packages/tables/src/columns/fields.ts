/** The columns of each kind of table, in the order in which they are written. */
export const fieldsOf = {
  units: ['id', 'name', 'shortName', 'type', 'parentId', 'staff', 'students', 'households', 'from'],
  bodies: ['id', 'name', 'kind', 'unitId', 'parentId', 'canOrganise', 'canCritique', 'canAudit', 'from', 'to'],
  accounts: ['name', 'login', 'role', 'unitId', 'bodyId'],
  people: ['name', 'unitId', 'email', 'phone'],
} as const;

export type Kind = keyof typeof fieldsOf;
export type Field<K extends Kind = Kind> = (typeof fieldsOf)[K][number];

/** Without these columns no row can be understood. */
export const requiredOf: { readonly [K in Kind]: readonly Field<K>[] } = {
  units: ['id'],
  bodies: ['id'],
  accounts: ['name', 'login', 'role', 'unitId'],
  people: ['name'],
};

/** The columns without which no row of this table can be understood: units and bodies without codes are known by their names. */
export function requiredBeside(kind: Kind, columns: Columns): readonly Field[] {
  const mayBeNamed = kind === 'units' || kind === 'bodies';
  const isNamed = mayBeNamed && (columns as Columns<'units'>).name !== undefined;
  return isNamed ? [] : requiredOf[kind];
}

/** Which column of the file holds a field; a field that is not named has none. */
export type Columns<K extends Kind = Kind> = { readonly [F in Field<K>]?: number };

/** These columns without those that name no field of the kind or no column of the table. */
export function columnsFor(kind: Kind, columns: Readonly<Record<string, number>>, width: number): Columns {
  const fields: readonly string[] = fieldsOf[kind];
  const real = Object.entries(columns).filter(([field, at]) => fields.includes(field) && at >= 0 && at < width);
  return Object.fromEntries(real);
}
