import parser from 'robots-parser';

/** What a site's robots.txt says to one program. */
export interface Robots {
  /** Whether it may read an absolute address of that site. */
  isAllowed(url: string): boolean;
  /** Seconds that it is asked to let pass between two requests; 0 for none. */
  readonly crawlDelay: number;
}

export interface RobotsOptions {
  /** Where the file was asked for: `https://docs.acme.com/robots.txt`. */
  readonly url: string;
  /** As it is sent: `Signpost/1.2.3 (+…)`; what stands before the slash is the name that rules are for. */
  readonly userAgent: string;
}

/** What counts where there is no robots.txt: https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1.3 */
export const NO_ROBOTS: Robots = { isAllowed: () => true, crawlDelay: 0 };

/** What has to be read of it at least: https://www.rfc-editor.org/rfc/rfc9309#section-2.5 */
const LONGEST = 500 * 1024;
/** No timer takes more than 24 days; nobody waits for a page as long as this. */
const LONGEST_DELAY = 3600;

/** The package is a function, whatever its types say of a `default` in it. */
const robotsParser = parser as unknown as typeof parser.default;

/** Reads a robots.txt: https://www.rfc-editor.org/rfc/rfc9309 */
export function readRobots(text: string, { url, userAgent }: RobotsOptions): Robots {
  const robots = robotsParser(url, text.slice(0, LONGEST));
  const { origin } = new URL(url);
  const delay = Number(robots.getCrawlDelay(userAgent) ?? 0);
  return {
    isAllowed: (address) => {
      const { pathname, search } = new URL(address);
      return robots.isAllowed(`${origin}${pathname}${search}`, userAgent) !== false;
    },
    crawlDelay: delay > 0 ? Math.min(delay, LONGEST_DELAY) : 0,
  };
}
