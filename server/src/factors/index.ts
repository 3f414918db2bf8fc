export { factorRoutes } from './routes.staff.ts';
