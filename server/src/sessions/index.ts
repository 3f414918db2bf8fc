export { createSignInLink } from './links.ts';
export { sessionRoutes } from './routes.staff.ts';
export { demand, personOf, requireStaff } from './staff.ts';
