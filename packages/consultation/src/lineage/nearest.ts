/** The ones around the same place of a list, so many that comparing with each stays cheap. */
export function nearest<T>(list: readonly T[], place: number, most: number): readonly T[] {
  if (list.length <= most) return list;
  const middle = Math.round(place * (list.length - 1));
  const from = Math.max(0, Math.min(list.length - most, middle - Math.floor(most / 2)));
  return list.slice(from, from + most);
}
