/** How Slack reaches Signpost, and for which workspaces it speaks. */
export interface SlackCredentials {
  readonly transport: Transport;
  readonly workspace: Workspaces;
}

export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

export type Workspaces = { readonly kind: 'one'; readonly botToken: string } | ManyWorkspaces;

/** The app may be installed in any workspace: https://docs.slack.dev/authentication/installing-with-oauth */
export interface ManyWorkspaces {
  readonly kind: 'many';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
}
