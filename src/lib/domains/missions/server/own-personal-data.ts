/** What missions keep about a person: what she put aside and what she wrote; and what is forgotten when she leaves. */
import { registerErasure } from '$lib/domains/accounts/server/erasure';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { Missions } from './mission.model';
import { savedMissionsOf } from './queries/saved-missions';
import { SavedMissions } from './saved-mission.model';

export function registerMissionsPersonalData(): void {
  registerPersonalData('missions.saved', async (personId) => {
    const saved = await savedMissionsOf(personId);
    return saved.length > 0 ? saved : null;
  });
  registerPersonalData('missions.written', async (personId) => {
    const written = await Missions.find({ createdBy: personId }, { title: 1, createdAt: 1 }).lean<
      { _id: string; title: string; createdAt: Date }[]
    >();
    return written.length > 0
      ? written.map(({ _id, title, createdAt }) => ({ missionId: _id, title, createdAt }))
      : null;
  });
  // The missions are the NGO's: their record keeps an id that leads to nobody any more.
  registerErasure('missions', async (personId) => {
    await SavedMissions.deleteMany({ personId });
    await Missions.updateMany({ clearedFor: personId }, { $pull: { clearedFor: personId } });
    await Missions.updateMany({ checkedBy: personId }, { $pull: { checkedBy: personId } });
  });
}
