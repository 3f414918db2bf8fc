import { shiftDay } from './day.ts';
import type { FileBody, FileUnit, OrganisationFile } from './schema.ts';

export interface Place {
  parentId: string | null;
  from: string;
}

/** What a unit was called until a day. */
export interface FormerName {
  name: string;
  shortName: string;
  until: string;
}

/** A unit as it is stored: each place lasts until the next one begins, the last one as long as the unit. */
export interface UnitRecord {
  id: string;
  type: string;
  name: string;
  shortName: string;
  docCode: string | null;
  budgetGroup: string | null;
  staff: number | null;
  students: number | null;
  households: number | null;
  validFrom: string;
  validTo: string | null;
  places: Place[];
  /** The earliest first; since the day after the last one it is called `name`. */
  formerNames: FormerName[];
  successorIds: string[];
}

export interface BodyRecord {
  id: string;
  kind: string;
  name: string;
  unitId: string;
  parentId: string | null;
  canOrganise: boolean;
  canCritique: boolean;
  canAudit: boolean;
  validFrom: string | null;
  validTo: string | null;
}

export interface Organisation {
  units: UnitRecord[];
  bodies: BodyRecord[];
}

function unitRecord(unit: FileUnit): UnitRecord {
  const places = unit.parentHistory ?? [{ parentId: unit.parentId, from: unit.validFrom }];
  return {
    id: unit.id,
    type: unit.type,
    name: unit.name_vi,
    shortName: unit.shortName,
    docCode: unit.docCode ?? null,
    budgetGroup: unit.budgetGroup ?? null,
    staff: unit.headcount?.staff ?? null,
    students: unit.headcount?.students ?? null,
    households: unit.headcount?.households ?? null,
    validFrom: unit.validFrom,
    validTo: unit.validTo,
    places: places.map(({ parentId, from }) => ({ parentId, from })),
    formerNames: unit.formerNames.map(({ name_vi, ...rest }) => ({ name: name_vi, ...rest })),
    successorIds: unit.successorIds,
  };
}

function bodyRecord(body: FileBody): BodyRecord {
  const { id, kind, name_vi: name, unitId, parentId, canOrganise, canCritique, canAudit, validFrom, validTo } = body;
  return { id, kind, name, unitId, parentId, canOrganise, canCritique, canAudit, validFrom, validTo };
}

/** The file without what only the file needs. */
export function recordsOf(file: OrganisationFile): Organisation {
  return { units: file.units.map(unitRecord), bodies: file.bodies.map(bodyRecord) };
}

/** An end that lies after the day is not known on that day. */
function endKnownOn(day: string, validTo: string | null): string | null {
  return validTo !== null && validTo > day ? null : validTo;
}

function startedBy(day: string): (item: { validFrom: string | null }) => boolean {
  return (item) => item.validFrom === null || item.validFrom <= day;
}

/** What the unit was called on the day, and before it. */
function namesOn(day: string, unit: UnitRecord): Pick<UnitRecord, 'name' | 'shortName' | 'formerNames'> {
  const { name, shortName } = unit.formerNames.find(({ until }) => day <= until) ?? unit;
  return { name, shortName, formerNames: unit.formerNames.filter(({ until }) => until < day) };
}

/** The organisation as it stood on a day: what begins later does not exist, what ends later has no end yet. */
export function asItStoodOn(day: string, { units, bodies }: Organisation): Organisation {
  const known = units.filter(startedBy(day));
  const ids = new Set(known.map((unit) => unit.id));
  return {
    units: known.map((unit) => ({
      ...unit,
      ...namesOn(day, unit),
      validTo: endKnownOn(day, unit.validTo),
      places: unit.places.filter((place) => place.from <= day),
      successorIds: unit.successorIds.filter((id) => ids.has(id)),
    })),
    bodies: bodies.filter(startedBy(day)).map((body) => ({ ...body, validTo: endKnownOn(day, body.validTo) })),
  };
}

/** The last day of the place at `index`; null: no end known. */
export function lastDayOf(unit: UnitRecord, index: number): string | null {
  const next = unit.places[index + 1];
  return next === undefined ? unit.validTo : shiftDay(next.from, -1);
}
