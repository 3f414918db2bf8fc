import { readFileSync } from 'node:fs';
import { legalRegisterFile, type LegalDocument } from '@danban/survey';

const file = new URL('../seeds/legal-register.json', import.meta.resolve('@danban/db'));
const { documents } = legalRegisterFile.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The legal texts a survey may name as its basis. */
export const legalRegister = (): readonly LegalDocument[] => documents;
