export { actingAs, actorFor, type Actor } from './actor.ts';
export { acts, type Act } from './acts.ts';
export { can, mayNot, type Refusal } from './can.ts';
export { roles, type Grant, type Person, type Role } from './roles.ts';
export { hasFigures, hasResults, judgedIn, states, type Judged, type State, type Where } from './where.ts';
