import { legalRegisterFile } from '../legal/register.ts';

// Read as data by the test runner, as the templates are.
const [file] = Object.values(
  import.meta.glob('../../../../db/seeds/legal-register.json', { eager: true, import: 'default' }),
);

/** The register of legal texts as it is seeded. */
export const register = legalRegisterFile.parse(file).documents;
