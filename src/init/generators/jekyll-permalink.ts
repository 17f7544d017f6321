/** What a permalink of the whole site does to the addresses of its pages and posts. */
export interface PermalinkStyle {
  readonly extension: string | undefined;
  readonly trailingSlash: boolean | undefined;
  /** Whether posts are where they are by default, but for how their addresses end. */
  readonly hasUsualPosts: boolean;
}

/** `add_permalink_suffix` in `jekyll/utils.rb`: pages take from it only how their addresses end. */
export function permalinkStyle(permalink: string | undefined): PermalinkStyle {
  const style = permalink ?? 'date';
  const hasUsualPosts = style === 'date' || style === 'pretty';
  if (style === 'pretty' || style.endsWith('/')) return { extension: '', trailingSlash: true, hasUsualPosts };
  const isFile = ['date', 'ordinal', 'none'].includes(style) || style.endsWith(':output_ext');
  return { extension: isFile ? undefined : '', trailingSlash: undefined, hasUsualPosts };
}
