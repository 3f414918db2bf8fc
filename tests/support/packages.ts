import { toHex, utf8 } from '@danban/bytes';
import { keyIdOf, noteText, signedBytes } from '@danban/merkle';
import { presented } from '@danban/server/transparency/presented';
import type { Check } from '@danban/verify/check';
import { checkPackage, manifestText, openedPackage, type PackageSource } from '@danban/verify/package';
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { expect } from 'vitest';
import { presented as byWebCrypto } from '../../web/src/lib/checking/presented.ts';
import type { checkedSurvey } from './checkedSurvey.ts';
import { ed25519, sha256 } from './loggedSurvey.ts';

/** What a package is checked with by the command, and by the file to keep. */
export const host = { sha256, verify: ed25519, ...presented };
export const inBrowser = { ...host, ...byWebCrypto };

export const faults = (checks: readonly Check[]) => checks.flatMap(({ fault }) => (fault === undefined ? [] : [fault]));

/** What the command finds wrong, and the file to keep finds as well. */
export async function faultsIn(source: PackageSource): Promise<string[]> {
  const { checks } = await checkPackage(source, host);
  expect((await checkPackage(source, inBrowser)).checks).toEqual(checks);
  return faults(checks);
}

/** Changes the files of a package; those of its survey lie in `folder`. */
export type Change = (files: Unzipped, folder: string) => void;

/** A package whose files were changed by whoever holds the key of the log, and signed anew by it. */
export async function resignedPackage(
  { at, survey }: Pick<Awaited<ReturnType<typeof checkedSurvey>>, 'at' | 'survey'>,
  archive: Uint8Array,
  change: Change,
): Promise<PackageSource> {
  const { logKey } = at.house;
  const files = unzipSync(archive);
  const folder = Object.keys(files)
    .find((name) => name.endsWith('/opening'))!
    .slice(0, -'opening'.length);
  change(files, folder);
  delete files['manifest'];
  const listed = Object.entries(files).map(([path, content]) => {
    return { path, bytes: content.length, sha256: toHex(sha256(content)) };
  });
  const [signer, list] = [await logKey.signer(), manifestText({ survey: survey.id, release: 1, files: listed })];
  const signature = await logKey.sign(signedBytes(list, signer));
  const signatures = [{ name: signer.name, keyId: keyIdOf(sha256, signer), bytes: signature }];
  return openedPackage(zipSync({ ...files, manifest: utf8(noteText({ text: list, signatures })) }))!;
}
