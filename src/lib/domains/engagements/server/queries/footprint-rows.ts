/** The legislative footprint: one row for each finished piece of work, as open data. */
import { op } from '$lib/server/mongo';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { toPublicOutcomes } from '../public-outcomes';

export interface FootprintRow {
  /** Of the work. */
  id: string;
  missionSlug: string;
  mission: string;
  organisation: string;
  institution: string | null;
  unit: string;
  fileKind: string;
  fileReference: string;
  fileTitle: string;
  /** "Rapporteur": empty when nobody was met. */
  metRole: string;
  metDay: string | null;
  documents: string[];
  contributors: string[];
  reply: string;
  replyDay: string | null;
  /** `2027-01-08 acknowledged`: what was told and when, oldest first. */
  replyHistory: string[];
  publishedAt: string;
  updatedAt: string;
}

const BATCH = 200;

/** In batches, the oldest first, so that a large export never holds everything at once. */
export async function* footprintRows(): AsyncGenerator<FootprintRow[]> {
  let after = new Date(0);
  let seen: string[] = [];
  for (;;) {
    const found = await Engagements.find({
      state: 'closed',
      publishedAt: op({ $gte: after }),
      _id: op({ $nin: seen }),
    })
      .sort({ publishedAt: 1, _id: 1 })
      .limit(BATCH)
      .lean<EngagementDocument[]>();
    const last = found.at(-1)?.publishedAt;
    if (!last) return;
    const same = found.filter(({ publishedAt }) => publishedAt?.getTime() === last.getTime()).map(({ _id }) => _id);
    seen = last.getTime() === after.getTime() ? [...seen, ...same] : same;
    after = last;
    yield (await toPublicOutcomes(found)).map((outcome) => ({
      id: outcome.id,
      missionSlug: outcome.mission.slug,
      mission: outcome.mission.title,
      organisation: outcome.organisation.name,
      institution: outcome.institution,
      unit: outcome.unit,
      fileKind: outcome.mission.file.kind,
      fileReference: outcome.mission.file.reference,
      fileTitle: outcome.mission.file.title,
      metRole: outcome.metRole,
      metDay: outcome.metDay,
      documents: outcome.documents.map(({ url }) => url),
      contributors: outcome.contributors,
      reply: outcome.reply,
      replyDay: outcome.replyDay,
      replyHistory: [
        `${outcome.publishedAt.slice(0, 10)} ${outcome.firstReply}`,
        ...outcome.updates.map(({ at, reply }) => `${at.slice(0, 10)} ${reply}`),
      ],
      publishedAt: outcome.publishedAt,
      updatedAt: outcome.updatedAt,
    }));
  }
}
