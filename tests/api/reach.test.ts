import { repeatable } from '@danban/server/example/chance';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unitPath, unitPaths } from '@danban/server/organisations/queries';
import type { FreshDatabase } from '../support/freshDatabase.ts';
import { onEachPostgres } from '../support/onEachPostgres.ts';
import { pathOn, randomPlaces, savePlaces, type RandomPlace } from '../support/randomTree.ts';

const days = ['2019-12-31', '2020-01-01', '2021-07-01', '2023-11-19', '2023-11-20', '2026-03-02', '2030-01-01'];

onEachPostgres((_, fresh) => {
  let database: FreshDatabase;
  beforeAll(async () => (database = await fresh()));
  afterAll(() => database.close());

  async function expectPaths(places: readonly RandomPlace[]): Promise<void> {
    const units = [...new Set(places.map((place) => place.unitId))];
    for (const day of days) {
      const all = await unitPaths(database.db, units, day);
      for (const unit of units) expect(all.get(unit) ?? []).toEqual(pathOn(places, unit, day));
      expect(await unitPath(database.db, units.at(-1)!, day)).toEqual(pathOn(places, units.at(-1)!, day));
    }
  }

  test('the way up from every unit is, on every day, what its places say', async () => {
    const { db } = database;
    for (let seed = 1; seed <= 12; seed++) {
      const places = randomPlaces(repeatable(seed), 40);
      await db.deleteFrom('unit_place').execute();
      await db.deleteFrom('unit').execute();
      await savePlaces(db, places);
      await expectPaths(places);
    }
  });

  test('a place that is changed or taken away is followed at once', async () => {
    const places = randomPlaces(repeatable(77), 30);
    const { db } = database;
    await db.deleteFrom('unit_place').execute();
    await db.deleteFrom('unit').execute();
    await savePlaces(db, places);
    await db.updateTable('unit_place').set({ parent_id: 'u0' }).where('unit_id', '=', 'u7').execute();
    await db.deleteFrom('unit_place').where('unit_id', '=', 'u9').execute();
    const changed = places
      .filter((place) => place.unitId !== 'u9')
      .map((place) => (place.unitId === 'u7' ? { ...place, parentId: 'u0' } : place));
    await expectPaths(changed);
  });
});
