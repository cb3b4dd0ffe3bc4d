/** Missions that the demonstration accounts have put aside. */
import { bookmarkMission } from '$lib/domains/missions/server/commands/bookmarks/bookmark-mission';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Act } from '../engine/story';

const BOOKMARKS: Readonly<Record<string, readonly string[]>> = {
  lawyer: ['aarhus-standing', 'luchtplan-havens', 'nouvelles-techniques'],
  designer: ['euro-7', 'recht-op-reparatie'],
  student: ['repertoire-hatvp', 'eci-review', 'procurement-revision'],
};

export function bookmarkActs(calendar: Calendar, cast: Cast): Act[] {
  return Object.entries(BOOKMARKS).flatMap(([person, missions]) =>
    missions.map((key, index) => ({
      at: calendar.ago(2, 19 + index),
      what: `${person} puts ${key} aside`,
      run: () => bookmarkMission(cast.as(person), { missionId: cast.mission(key).id, saved: true }),
    })),
  );
}
