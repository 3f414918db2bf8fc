export { commitTable, joinTables, lengthOf, rootOfTables, type Committed, type DepthOf } from './commit.ts';
export { openedAsPublished, type ExactGroup } from './exact.ts';
export { groupName, recount, type Recounted, type TableFault } from './recount.ts';
export { leafData, openTo, pathTo, tableKey, type Opened, type Parents, type Standing } from './commitment.ts';
export {
  credentialBytes,
  credentialIds,
  readByLeaf,
  readBySheet,
  writeByLeaf,
  writeBySheet,
  type KeptLeaf,
  type Presented,
  type ShownLeaf,
  type ShownSheet,
} from './credentialFile.ts';
export { entryText, logEntry, readEntry, type LogEntry } from './entries.ts';
export { countedDigest, leafOf, leafOfSheet, readLeaves, sheetText, type Counted, type Sheet } from './leaf.ts';
export { promiseMessage, type Promised } from './promise.ts';
export { readTable, writeTable, type TableLeaf } from './tableFile.ts';
export { NOT_ASKED, tablesOf, type Table, type Tables } from './tables.ts';
