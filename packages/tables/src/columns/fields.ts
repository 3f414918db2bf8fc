/** The columns of each kind of table, in the order in which they are written. */
export const fieldsOf = {
  units: ['id', 'name', 'shortName', 'type', 'parentId', 'staff', 'students', 'households', 'from'],
  bodies: ['id', 'name', 'kind', 'unitId', 'parentId', 'canOrganise', 'canCritique', 'canAudit', 'from', 'to'],
  accounts: ['name', 'login', 'role', 'unitId', 'bodyId'],
} as const;

export type Kind = keyof typeof fieldsOf;
export type Field<K extends Kind = Kind> = (typeof fieldsOf)[K][number];

/** Without these columns no row can be understood. */
export const requiredOf: { readonly [K in Kind]: readonly Field<K>[] } = {
  units: ['id'],
  bodies: ['id'],
  accounts: ['name', 'login', 'role', 'unitId'],
};

/** Which column of the file holds a field; a field that is not named has none. */
export type Columns<K extends Kind = Kind> = { readonly [F in Field<K>]?: number };

const hasField = (kind: Kind, field: string): boolean => (fieldsOf[kind] as readonly string[]).includes(field);

/** Whether these columns name fields of the kind, each column of the file at most once. */
export function areColumns(kind: Kind, columns: Readonly<Record<string, number>>): columns is Columns {
  const used = Object.values(columns);
  return Object.keys(columns).every((field) => hasField(kind, field)) && new Set(used).size === used.length;
}
