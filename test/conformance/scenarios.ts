/**
 * The scenarios of @modelcontextprotocol/conformance, which is written for a fixture server with tools, resources and prompts of
 * its own: what a server of docs is held to, and what it is not, and why.
 */
export const APPLYING: readonly string[] = [
  'server-initialize',
  'ping',
  'tools-list',
  'resources-list',
  'prompts-list',
  'dns-rebinding-protection',
];

const FIXTURE_TOOL = 'calls a tool of the fixture server, which no server of docs has';
const FIXTURE_PROMPT =
  'gets a prompt of the fixture server; Signpost has no prompts, and says so in prompts-list';
const FIXTURE_RESOURCE = 'reads a resource of the fixture server, at test://';
const NO_SESSION =
  'wants a session, or streams of a session, of which Signpost keeps none: it would check nothing';
const ASKS_BACK = 'has a tool ask the client back, which a search of docs never needs';

export const EXCEPTIONS: Readonly<Record<string, string>> = {
  'logging-set-level':
    'wants log messages sent to the client; the log is the operator’s, and 2026-07-28 has none',
  'completion-complete': 'completes an argument of a prompt of the fixture server',
  'tools-call-simple-text': FIXTURE_TOOL,
  'tools-call-image': FIXTURE_TOOL,
  'tools-call-audio': FIXTURE_TOOL,
  'tools-call-embedded-resource': FIXTURE_TOOL,
  'tools-call-mixed-content': FIXTURE_TOOL,
  'tools-call-with-logging': FIXTURE_TOOL,
  'tools-call-error': FIXTURE_TOOL,
  'tools-call-with-progress': FIXTURE_TOOL,
  'tools-call-sampling': ASKS_BACK,
  'tools-call-elicitation': ASKS_BACK,
  'json-schema-2020-12': 'looks for a tool of the fixture server by its name',
  'elicitation-sep1034-defaults': ASKS_BACK,
  'elicitation-sep1330-enums': ASKS_BACK,
  'server-sse-polling': NO_SESSION,
  'server-sse-multiple-streams': NO_SESSION,
  'resources-read-text': FIXTURE_RESOURCE,
  'resources-read-binary': FIXTURE_RESOURCE,
  'resources-templates-read': FIXTURE_RESOURCE,
  'resources-subscribe': 'subscribes to one resource, for which a client needs a session',
  'resources-unsubscribe': 'subscribes to one resource, for which a client needs a session',
  'prompts-get-simple': FIXTURE_PROMPT,
  'prompts-get-with-args': FIXTURE_PROMPT,
  'prompts-get-embedded-resource': FIXTURE_PROMPT,
  'prompts-get-with-image': FIXTURE_PROMPT,
};
