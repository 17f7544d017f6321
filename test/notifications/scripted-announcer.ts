import type { Announced, Announcer, FoundPost, Pause, Post } from '../../src/core/announcer.ts';
import type { ChannelPlace } from '../../src/core/subscription.ts';

/** What an announcer was asked to do. */
export interface ScriptedAnnouncer extends Announcer {
  /** Every post that got through, in order. */
  readonly posted: Post[];
  readonly updated: { readonly post: Post; readonly message: string }[];
  readonly told: { readonly person: string; readonly place: ChannelPlace; readonly pause: Pause }[];
  /** How often it was asked to look for a post. */
  searches: number;
  /** What comes of the next posts and updates, one each; after these, they get through. */
  next(...announced: readonly Announced[]): void;
  /** What a search finds from now on; by default, nothing. */
  finds(found: FoundPost): void;
}

/** A platform that does what the test says. */
export function scriptedAnnouncer(platform = 'slack'): ScriptedAnnouncer {
  const scripted: Announced[] = [];
  let found: FoundPost = { kind: 'none' };
  const announcer: ScriptedAnnouncer = {
    platform,
    posted: [],
    updated: [],
    told: [],
    searches: 0,
    next: (...announced) => void scripted.push(...announced),
    finds: (next) => void (found = next),
    post: async (post) => {
      const announced = scripted.shift();
      if (announced !== undefined) return announced;
      announcer.posted.push(post);
      return { kind: 'sent', message: `message ${announcer.posted.length}` };
    },
    update: async (post, message) => {
      const announced = scripted.shift();
      if (announced !== undefined) return announced;
      announcer.updated.push({ post, message });
      return { kind: 'sent', message };
    },
    find: async () => {
      announcer.searches += 1;
      return found;
    },
    tell: async (person, place, pause) => void announcer.told.push({ person, place, pause }),
  };
  return announcer;
}

/** Titles of what a post carries. */
export function titlesOf({ announcement }: Post): string[] {
  if (announcement.kind === 'entry') return [announcement.entry.title];
  return announcement.entries.map(({ title }) => title);
}
