import { startEmbedded } from '../start.ts';

// An application of its own, to be killed or refused: starts on the folder it is given and says what came of it.
const [dataDir = ''] = process.argv.slice(2);
try {
  const { pid, connection } = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
  console.log(JSON.stringify({ pid, connection }));
} catch (error) {
  console.log(JSON.stringify({ code: (error as { code?: string }).code }));
}
