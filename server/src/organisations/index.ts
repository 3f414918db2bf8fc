export { dayOf, monthsLater } from './day.ts';
export { subtreeOn, unitPath } from './queries.ts';
export { organisationRoutes } from './routes.staff.ts';
export { loadOrganisation } from './service.ts';
