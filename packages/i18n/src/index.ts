export * from './messages.ts';
export { actName, actSentence, whoActed, type Names, type ReadAct } from './acts/sentence.ts';
export { timeLeft } from './left.ts';
export * from './findings/figures.ts';
export { fixed, inLang, shareOf, unitName, whoName, type ReadTable, type Who } from './findings/words.ts';
export { figureName, findingOf, findingOfTable, writeFigure } from './findings/sentences.ts';
export { keyFindings, type KeyFinding, type ReadQuestion } from './findings/key.ts';
export * from './findings/participation.ts';
