/** The names behind applications and engagements that people write about, as the reader may know them: for messaging. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { isNameWithheld } from '../../../application/application';
import { Applications, type ApplicationDocument } from '../../application.model';
import { Engagements, type EngagementDocument } from '../../engagement.model';
import { namesOf, type Names } from '../../naming';
import { isQuiet } from '../thread-parties';

export interface SubjectNames extends Names {
  /** It is over: nobody is reminded of anything. */
  quiet: boolean;
  /** The reader must not learn yet who the volunteer is. */
  withheld: boolean;
}

/** By `kind:id`. The caller has decided that `ctx` may see each of them. */
export async function subjectNames(
  ctx: Context,
  subjects: readonly { kind: 'application' | 'engagement'; subjectId: string }[],
): Promise<Map<string, SubjectNames>> {
  const idsOf = (wanted: string) => subjects.flatMap(({ kind, subjectId }) => (kind === wanted ? [subjectId] : []));
  const [applications, engagements] = await Promise.all([
    Applications.find({ _id: op({ $in: idsOf('application') }) }).lean<ApplicationDocument[]>(),
    Engagements.find({ _id: op({ $in: idsOf('engagement') }) }).lean<EngagementDocument[]>(),
  ]);
  const names = await namesOf(ctx, [...applications, ...engagements]);
  const reader = ctx.actor?.personId;
  return new Map([
    ...applications.map((each) => {
      const withheld = isNameWithheld(each) && each.personId !== reader;
      return [
        `application:${each._id}`,
        { ...names(each), quiet: isQuiet('application', each.state), withheld },
      ] as const;
    }),
    ...engagements.map(
      (each) =>
        [
          `engagement:${each._id}`,
          { ...names(each), quiet: isQuiet('engagement', each.state), withheld: false },
        ] as const,
    ),
  ]);
}
