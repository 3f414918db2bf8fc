export { ConfigError, readConfig } from './config.ts';
export type { Config } from './config.ts';
export type { House } from './house.ts';
export { createApp } from './http/app.ts';
export { securityHeaders } from './http/headers.ts';
export { openHouse, openHouseOn } from './start/openHouse.ts';
export type { RunningHouse } from './start/openHouse.ts';
