import { atLeast, atMost, type Figure } from './figures.ts';
import { fullSpeed, type Visit } from './load.ts';
import type { Bench } from './product.ts';
import { get } from './requests.ts';
import { inTurns, median, ratio } from './rounds.ts';
import { filePath } from './served.types.ts';
import { coldVisit } from './weight.ts';

const rounds = 5;
const roundMs = 2_000;

async function serving({ served }: Bench): Promise<Figure[]> {
  const { ports, slug } = await served();
  const page: Visit = { port: ports.product, steps: [{ feed: get(`/s/${slug}`), expect: 200 }] };
  const file: Visit = { port: ports.page, steps: [{ feed: get(filePath), expect: 200 }] };
  const { pages, files } = await inTurns(rounds, {
    files: () => fullSpeed(file, roundMs),
    pages: () => fullSpeed(page, roundMs),
  });
  return [
    { name: 'page/pages', value: median(pages), unit: 'per second', target: null },
    { name: 'page/serve', value: ratio(pages, files), unit: 'of a static file', target: atLeast(0.5) },
  ];
}

export async function page(bench: Bench): Promise<Figure[]> {
  const { ports, slug } = await bench.served();
  const bytes = await coldVisit(ports.product, `/s/${slug}`);
  const weight = { name: 'page/bytes', value: bytes, unit: 'bytes, all responses', target: atMost(30_720) };
  return [weight, ...(await serving(bench))];
}
