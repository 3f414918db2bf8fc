export { dayOf } from './day.ts';
export { bodiesOn, rootIds, subtreeOn, unitPath, unitsOn } from './queries.ts';
export { organisationRoutes } from './routes.staff.ts';
export { loadOrganisation } from './service.ts';
