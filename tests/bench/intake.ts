import { atLeast, atMost, type Figure } from './figures.ts';
import { commitLateness } from './commits.ts';
import { fullSpeed, paced, type Visit } from './load.ts';
import type { Bench } from './product.ts';
import { get, submissions } from './requests.ts';
import { inTurns, median, quantile, ratio } from './rounds.ts';
import { filePath } from './served.types.ts';

const rounds = 5;
const roundMs = 2_000;
const steadyRounds = 3;
const steadyMs = 3_000;

type Visits = Record<'product' | 'noStore' | 'insertEach' | 'flow' | 'noStoreFlow', Visit>;

async function visits(bench: Bench): Promise<Visits> {
  const { ports, slug, definition } = await bench.served();
  const post = { feed: submissions(slug, definition), expect: 201 };
  const page = { feed: get(`/s/${slug}`), expect: 200 };
  const file = { feed: get(filePath), expect: 200 };
  return {
    product: { port: ports.product, steps: [post] },
    noStore: { port: ports.noStore, steps: [post] },
    insertEach: { port: ports.insertEach, steps: [post] },
    flow: { port: ports.product, steps: [page, post] },
    noStoreFlow: { port: ports.noStore, steps: [file, post] },
  };
}

async function throughput(all: Visits): Promise<{ figures: Figure[]; peak: number }> {
  const speed = (kind: Visit) => () => fullSpeed(kind, roundMs);
  const { product, noStore, insertEach } = await inTurns(rounds, {
    noStore: speed(all.noStore),
    product: speed(all.product),
    insertEach: speed(all.insertEach),
  });
  const peak = median(product);
  const figures = [
    { name: 'intake/accepted', value: peak, unit: 'per second', target: null },
    { name: 'intake/no-store', value: ratio(product, noStore), unit: 'of storing nothing', target: atLeast(0.6) },
    { name: 'intake/insert-each', value: ratio(product, insertEach), unit: '× insert each', target: atLeast(1.3) },
  ];
  return { figures, peak };
}

async function patience(bench: Bench, all: Visits, peak: number): Promise<Figure[]> {
  const late = (kind: Visit) => async () => quantile(await paced(kind, peak / 2, steadyMs), 0.99);
  const { product, noStore, commit } = await inTurns(steadyRounds, {
    noStore: late(all.noStore),
    product: late(all.product),
    commit: () => commitLateness(bench.address, steadyMs),
  });
  // An answer that is kept waits for the disk, whatever we do.
  const least = noStore.map((value, round) => value + commit[round]!);
  return [
    { name: 'intake/p99-time', value: median(product), unit: 'ms at half the peak', target: null },
    { name: 'intake/p99-commit', value: median(commit), unit: 'ms for a bare commit', target: null },
    { name: 'intake/p99', value: ratio(product, noStore), unit: '× storing nothing', target: atMost(3) },
    { name: 'intake/p99-limit', value: ratio(product, least), unit: '× storing nothing and a commit', target: null },
  ];
}

async function flow(all: Visits): Promise<Figure[]> {
  const { product, rival } = await inTurns(rounds, {
    rival: () => fullSpeed(all.noStoreFlow, roundMs),
    product: () => fullSpeed(all.flow, roundMs),
  });
  return [
    { name: 'intake/visits', value: median(product), unit: 'per second', target: null },
    { name: 'intake/flow', value: ratio(product, rival), unit: 'of file and no store', target: atLeast(0.5) },
  ];
}

export async function intake(bench: Bench): Promise<Figure[]> {
  const all = await visits(bench);
  const { figures, peak } = await throughput(all);
  return [...figures, ...(await patience(bench, all, peak)), ...(await flow(all))];
}
