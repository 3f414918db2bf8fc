import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { provesConsistency, provesInclusion } from './proofs.ts';

/** Published proofs, good and bad, kept beside the project and not in it. */
const folder = process.env.DANBAN_VECTORS ?? fileURLToPath(new URL('../../../../shared/vectors', import.meta.url));
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

interface Vector {
  readonly desc: string;
  readonly wantErr: boolean;
  readonly root?: string;
  readonly leafIdx?: number;
  readonly treeSize?: number;
  readonly leafHash?: string;
  readonly size1?: number;
  readonly size2?: number;
  readonly root1?: string;
  readonly root2?: string;
  readonly proof: readonly string[] | null;
}

const bytes = (base64: string | undefined): Uint8Array => Buffer.from(base64 ?? '', 'base64');
const listed = (kind: string): [string, Vector][] =>
  globSync(`${folder}/rfc6962/${kind}/**/*.json`).map((file) => [
    file.slice(folder.length),
    JSON.parse(readFileSync(file, 'utf8')) as Vector,
  ]);

if (!existsSync(`${folder}/rfc6962`)) test.skip('not run: vectors absent');
else {
  test('all 196 are there', () => expect(listed('inclusion').length + listed('consistency').length).toBe(196));

  describe.each(listed('inclusion'))('%s', (_, vector) => {
    test(vector.desc, () => {
      const { leafIdx, treeSize, leafHash, root, proof } = vector;
      const inclusion = { index: leafIdx ?? 0, size: treeSize ?? 0, leaf: bytes(leafHash), root: bytes(root) };
      expect(provesInclusion(sha256, { ...inclusion, proof: (proof ?? []).map(bytes) })).toBe(!vector.wantErr);
    });
  });

  describe.each(listed('consistency'))('%s', (_, vector) => {
    test(vector.desc, () => {
      const { size1, size2, root1, root2, proof } = vector;
      const roots = { rootBefore: bytes(root1), root: bytes(root2) };
      const consistency = { before: size1 ?? 0, size: size2 ?? 0, ...roots, proof: (proof ?? []).map(bytes) };
      expect(provesConsistency(sha256, consistency)).toBe(!vector.wantErr);
    });
  });
}
