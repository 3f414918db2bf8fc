const office = 'application/vnd.openxmlformats-officedocument';

/** What files that leave the house say they are, by what their names end in. */
export const fileTypes = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
export type FileType = keyof typeof fileTypes;
