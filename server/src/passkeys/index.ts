export { passkeyRoutes } from './routes.staff.ts';
