export { setupRoutes } from './routes.staff.ts';
export { createSetupLink } from './service.ts';
