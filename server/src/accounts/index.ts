export { accountRoutes } from './routes.staff.ts';
