import type { Files } from '../search/pages.ts';

/** The docs of Kiln, a job queue that nobody sells. */
export const CORPUS: Files = {
  'index.mdx': `# Introduction
    > Kiln runs background jobs for your application.
    Kiln is a hosted job queue. You enqueue jobs over HTTP or with an SDK, and your workers run them. Start with the
    [quick start](/quick-start), then read about [queues](/guides/queues) and [retries](/guides/retries).`,

  'quick-start.mdx': `# Quick start
    > Run your first job in five minutes.
    ## Create an account
    Sign up on the dashboard and copy the secret key of your sandbox [environment](/guides/environments).
    ## Install the SDK
    \`\`\`sh
    npm install @kiln/node
    \`\`\`
    ## Enqueue a job
    \`\`\`ts
    await kiln.jobs.create({ queue: 'mail', payload: { to: 'ada@example.com' } });
    \`\`\`
    ## Start a worker
    Run \`kiln work --queue mail\` and watch the job finish.`,

  'guides/queues.mdx': `# Guides > Queues
    > Group jobs that share workers and limits.
    A queue holds jobs until a [worker](/guides/workers) takes them, first in, first out.
    ## Create a queue
    A queue comes into being with its first job. You can also create it on the dashboard.
    ## Pause a queue
    While a queue is paused, jobs can be enqueued but none is started. Resume it with \`kiln queues resume\`.
    ## Delete a queue
    Deleting a queue discards the jobs in it. This cannot be undone.
    ## Priorities
    Jobs of a queue with a higher \`priority\` are taken first.`,

  'guides/workers.mdx': `# Guides > Workers
    > Processes that run your jobs.
    A worker asks for jobs, runs your handler, and reports the result.
    ## Concurrency
    Set \`concurrency\` to the number of jobs that one worker runs at the same time. The default is 10.
    ## Graceful shutdown
    On SIGTERM a worker finishes the jobs that it runs and takes no new ones. After 30 seconds it gives up, and the jobs
    are [retried](/guides/retries).
    ## Heartbeats
    A worker that sends no heartbeat for a minute is lost: its jobs go back to their queue.`,

  'guides/retries.mdx': `# Guides > Retries
    > What happens when a job fails.
    A job that throws is retried with exponential backoff.
    ## Attempts
    By default a job is tried 5 times. Set \`max_attempts\` to change that; 1 means never retry.
    ## Backoff
    The wait doubles with each attempt, from 10 seconds to 1 hour, with jitter.
    ## When all attempts have failed
    The job moves to the [dead letters](/guides/dead-letters) of its queue.`,

  'guides/dead-letters.mdx': `# Guides > Dead letters
    > Jobs that failed for good.
    Jobs that failed every attempt are kept as dead letters for 14 days.
    ## Inspect a dead letter
    The dashboard shows the payload and the stack trace of each attempt.
    ## Replay
    Replay one job or a whole queue once the cause is mended.`,

  'guides/schedules.mdx': `# Guides > Schedules
    > Run jobs at set times.
    A schedule enqueues a job again and again.
    ## Cron expressions
    \`0 9 * * 1-5\` runs at nine on working days. Expressions have five fields.
    ## Time zones
    A schedule runs in UTC unless it names a \`time_zone\`. Daylight saving is honoured.
    ## Delay a single job
    Set \`run_at\` to enqueue a job that starts later, once.`,

  'guides/idempotency.mdx': `# Guides > Idempotency
    > Enqueue a job once, however often you send it.
    Send an \`Idempotency-Key\` header with a request to create a job. A second request with the same key within 24 hours
    returns the first job and creates no duplicate.`,

  'guides/environments.mdx': `# Guides > Environments
    > Keep tests apart from production.
    Each project has a sandbox and a production environment, with keys, queues and jobs of its own.`,

  'guides/regions.mdx': `# Guides > Regions
    > Choose where your data is stored.
    Data residency: payloads of a project stay in its region, \`eu\` or \`us\`. A project cannot move to another region.`,

  'security/api-keys.mdx': `# Security > API keys
    > Authenticate requests to the API.
    Send your secret key in the \`Authorization\` header: \`Authorization: Bearer sk_live_…\`.
    ## Rotate a key
    Create a second key, deploy it, then revoke the first. Both work in between.
    ## Restricted keys
    A restricted key may enqueue jobs but neither read nor delete them.`,

  'security/webhook-signatures.mdx': `# Security > Webhook signatures
    > Check that a webhook came from Kiln.
    Each [webhook](/webhooks) carries a \`Kiln-Signature\` header: an HMAC with SHA-256 of the body.
    ## Verify a signature
    \`\`\`ts
    kiln.webhooks.verifySignature(body, headers['kiln-signature'], secret);
    \`\`\`
    ## Replay attacks
    Refuse webhooks whose timestamp is older than five minutes.`,

  'security/single-sign-on.mdx': `# Security > Single sign-on
    > Let your team log in with your identity provider.
    SSO works over SAML 2.0 and OpenID Connect, with Okta, Entra ID and Google.
    ## Require SSO
    Owners can forbid passwords for the whole team.
    ## Sign out everywhere
    Revoking a person's sessions logs them out on all devices.`,

  'security/roles.mdx': `# Security > Roles and permissions
    > Who in your team may do what.
    Owners do everything, developers manage queues and keys, viewers only read.
    ## Invite a team member
    Open Team on the dashboard and enter an email address.`,

  'security/audit-log.mdx': `# Security > Audit log
    > See who changed what.
    Every change by a team member or a key is kept for a year, with its time, actor and IP address.
    ## Export
    Download the log as CSV, or stream it to S3.`,

  'webhooks.mdx': `# Webhooks
    > Get told when a job finishes or fails.
    Kiln sends a POST request to your endpoint for each event.
    ## Add an endpoint
    Enter its URL on the dashboard and choose events.
    ## Event types
    | event | sent when |
    | --- | --- |
    | \`job.succeeded\` | a job has finished |
    | \`job.failed\` | an attempt has failed |
    | \`job.dead\` | all attempts have failed |
    ## Delivery
    An endpoint that does not answer with 2xx within 10 seconds gets the webhook again, up to 8 times.`,

  'billing.mdx': `# Billing
    > Plans, invoices and payment.
    You pay for each started job. Sandbox jobs are free.
    ## Invoices
    Invoices are sent on the first of the month. Download them under Billing as PDF.
    ## Change your plan
    Upgrades take effect at once, downgrades at the end of the month.
    ## Cancel
    Close the account under Billing; all data is erased after 30 days.`,

  'reference/authentication.mdx': `# API reference > Authentication
    All endpoints want an [API key](/security/api-keys). Without a valid one they answer \`401\`.`,

  'reference/errors.mdx': `# API reference > Errors
    > Status codes and error codes of the API.
    ## Status codes
    \`400\` bad request, \`401\` no valid key, \`404\` not found, \`409\` conflict, \`429\` too many requests.
    ## queue_not_found
    The queue that the request names does not exist.
    ## payload_too_large
    A payload may have at most 256 kB. Store the data elsewhere, and enqueue a reference.`,

  'reference/rate-limits.mdx': `# API reference > Rate limits
    > How many requests you may send.
    1,000 requests a minute and key. Beyond that the API answers \`429\` with a \`Retry-After\` header.
    ## Headers
    \`X-RateLimit-Remaining\` says how many requests are left in this minute.`,

  'reference/pagination.mdx': `# API reference > Pagination
    > Walk through long lists.
    Lists return 50 items and a \`next_cursor\`. Send it as \`cursor\` to get the next page.`,

  'reference/jobs.mdx': `# API reference > Jobs
    > Create, read, list and cancel jobs.
    ## Create a job
    \`POST /v1/queues/{queue}/jobs\` enqueues a job.

    \`payload\`
    : any JSON, up to 256 kB

    \`run_at\`
    : when to start it, as ISO 8601
    ## Get a job
    \`GET /v1/jobs/{id}\` returns a job with its \`state\` and attempts.
    ## List jobs
    \`GET /v1/jobs\` returns jobs, the newest first, filtered by \`state\` and \`queue\`.
    ## Cancel a job
    \`POST /v1/jobs/{id}/cancel\` stops a job that has not started.`,

  'sdks/node.mdx': `# SDKs > Node.js
    > The SDK for JavaScript and TypeScript.
    \`npm install @kiln/node\`, then \`new Kiln({ secretKey })\`.
    ## Timeouts
    Set \`timeoutMs\` to give up on a slow request.
    ## Errors
    A failed request throws a \`KilnError\` with \`code\` and \`status\`.`,

  'sdks/python.mdx': `# SDKs > Python
    > The SDK for Python 3.10 and later.
    \`pip install kiln\`, then \`Kiln(secret_key=...)\`. There is an asyncio client: \`AsyncKiln\`.`,

  'cli.mdx': `# Command line
    > The kiln command.
    ## kiln work
    Starts a worker. \`--queue\` names its queue, \`--concurrency\` how many jobs it runs at once, \`--verbose\` logs more.
    ## kiln queues
    Lists queues, and pauses or resumes one.
    ## kiln login
    Opens the browser and stores a token in \`~/.kiln/credentials.json\`.`,
};
