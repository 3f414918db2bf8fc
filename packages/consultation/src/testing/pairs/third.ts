import { commune } from './commune.ts';
import { library } from './library.ts';
import { numbered } from './numbered.ts';
import type { Pair } from './pair.ts';
import { pastedPdf } from './pastedPdf.ts';
import { schoolPlan } from './schoolPlan.ts';

/** Drafts of other shapes, revised as people do after opinions. */
export const thirdPairs: readonly Pair[] = [schoolPlan, commune, library, numbered, pastedPdf];
