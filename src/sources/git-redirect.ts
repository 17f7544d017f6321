import { parseUrl } from '../http/parse-url.ts';
import { shownUrl } from '../http/shown-url.ts';
import { readGitAddress } from './git-address.ts';
import type { GitAddress } from './git-address.ts';
import { GitFailure } from './git-failure.ts';

/** What git asks for first, below the address. https://git-scm.com/docs/http-protocol */
const FIRST = '/info/refs';

const REMEDY = 'put the address where it really is into source.git';

/** The address that a redirect leads to; never from https to http. Throws a `GitFailure` where that is no repository. */
export function followMove(at: GitAddress, location: string): GitAddress {
  const from = new URL(`${at.url.replace(/\/$/u, '')}${FIRST}`);
  const target = parseUrl(location, from);
  if (target === undefined || !/^https?:$/u.test(target.protocol) || !target.pathname.endsWith(FIRST))
    throw new GitFailure({ what: 'redirects to what is no repository', remedy: REMEDY });
  if (from.protocol === 'https:' && target.protocol === 'http:')
    throw new GitFailure({
      what: `redirects from https to ${shownUrl(target.origin)}, where anybody may change what it says`,
      remedy: REMEDY,
    });
  target.search = '';
  target.username = '';
  target.password = '';
  target.pathname = target.pathname.slice(0, -FIRST.length);
  const address = readGitAddress(target.href);
  if ('what' in address) throw new GitFailure({ what: `redirects to what ${address.what}`, remedy: REMEDY });
  return address;
}
