export { ssoRoutes } from './routes.staff.ts';
