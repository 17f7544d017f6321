/** Slack's limits, in characters where nothing else is said. */
export const LIMITS = {
  /** Blocks of a message: https://docs.slack.dev/reference/block-kit/blocks */
  blocks: 50,
  /** Text of a section or a context, and here of one run of rich text: https://docs.slack.dev/reference/block-kit/blocks/section-block */
  section: 3_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** Text of a button: https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  button: 75,
  /** Value of a button; same page. */
  value: 2_000,
  /** Address of a link or button; same page. */
  url: 3_000,
  /** `action_id` and `block_id`: https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  id: 255,
  /** Elements of an actions block; same page. */
  actions: 25,
  /** Elements of a context: https://docs.slack.dev/reference/block-kit/blocks/context-block */
  context: 10,
  /** Address of a picture: https://docs.slack.dev/reference/block-kit/blocks/image-block */
  imageUrl: 3_000,
  /** What is said of a picture to those who do not see it; same page. */
  alt: 2_000,
  /** A message's blocks as JSON. Slack fails near 13,000 with `msg_blocks_too_long`: https://github.com/slackapi/bolt-js/issues/2509 */
  total: 10_000,
  /** The fallback text; Slack cuts at 40,000, and notifications show a line or two. */
  fallback: 1_000,
  /** The longest question of the search field, as long as the core takes one; Slack takes 3,000. */
  question: 1_000,
  /** Links that one message unfurls: more would bury it. */
  unfurls: 3,
} as const;
