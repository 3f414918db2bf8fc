// `npm start`, `npm test`, `npm run dev|check|bench|attack|audit|clauses|verify|witness`: installs and builds what is missing, then does the verb.
// Plain JavaScript, node: imports only, because it runs before anything is installed, on whatever Node is there.
const [verb, ...args] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Dân Bàn needs Node 20 or newer to start; this is Node ${process.versions.node}. See https://nodejs.org.`,
  );
  process.exit(1);
}

import('./lib/verbs.mjs')
  .then(({ perform }) => perform(verb, args))
  .then((code) => process.exit(code))
  .catch((error) => {
    console.error(error.inWords ? error.message : error);
    process.exit(1);
  });
