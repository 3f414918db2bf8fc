import type { Source } from '@danban/verify/check';
import { openedPackage } from '@danban/verify/package';
import type { Definition } from '@danban/survey';

/** A survey among files somebody picked. */
export interface PickedSurvey {
  folder: string;
  title: Definition['title'];
  source: Source;
}

const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/** Files of the log lie one above; picked one by one, all lie beside each other. */
function readingIn(files: ReadonlyMap<string, File>, folder: string): Source {
  const above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return {
    async read(path) {
      const name = path.replace('../', '');
      const file = files.get(path === name || folder === '' ? folder + name : above + name);
      return file ? new Uint8Array(await file.arrayBuffer()) : null;
    },
  };
}

async function titleIn(source: Source, folder: string): Promise<Definition['title']> {
  const file = await source.read('definition');
  try {
    return (JSON.parse(new TextDecoder().decode(file ?? new Uint8Array())) as Definition).title;
  } catch {
    return { vi: folder };
  }
}

/** The survey of a package; null for a file that is none, or that the disk no longer gives. */
export async function surveyPackedIn(file: File): Promise<PickedSurvey | null> {
  const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer());
  const source = openedPackage(new Uint8Array(bytes));
  return source && { folder: '', title: await titleIn(source, file.name), source };
}

/** Every survey among these files: each has its opening in a folder of its own, or all files were picked one by one. */
export async function surveysIn(picked: readonly File[]): Promise<PickedSurvey[]> {
  const files = new Map(picked.map((file) => [pathOf(file), file]));
  const folders = [...files.keys()].filter((path) => /(^|\/)opening$/.test(path)).map((path) => path.slice(0, -7));
  return Promise.all(
    folders.sort().map(async (folder) => {
      const source = readingIn(files, folder);
      return { folder, title: await titleIn(source, folder), source };
    }),
  );
}
