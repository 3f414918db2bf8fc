export { createSignInLink } from './links.ts';
export { sessionRoutes } from './routes.staff.ts';
export { demand, demandStill, personOf, requireStaff, staffIn, type Staff } from './staff.ts';
