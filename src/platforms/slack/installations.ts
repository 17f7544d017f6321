import type { InstallationQuery, InstallationStore } from '@slack/bolt';
import type { Installation, OrgInstallation } from '@slack/oauth';
import type { Installations } from '../../core/store.ts';
import type { Log } from '../../log.ts';
import { within } from '../within.ts';

/** How long an installation is used without asking the store again, in milliseconds. */
const FRESH = 60_000;

/** How long the store may take; Slack waits three seconds for an acknowledgement. */
const PATIENCE = 1_000;

export interface InstallationsOptions {
  readonly installations: Installations;
  readonly now: () => Date;
  readonly log: Log;
}

interface Key {
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

interface Known {
  readonly found: Installation | OrgInstallation | undefined;
  readonly at: number;
}

/** Slack's installations in the store, and in memory, so that known workspaces are answered while the store is down. */
export class SlackInstallations implements InstallationStore {
  readonly #known = new Map<string, Known>();
  readonly #options: InstallationsOptions;

  constructor(options: InstallationsOptions) {
    this.#options = options;
  }

  async storeInstallation<Version extends 'v1' | 'v2'>(
    installation: Installation<Version, boolean>,
  ): Promise<void> {
    const { team, enterprise, isEnterpriseInstall = false } = installation;
    const workspace = keyOf({ teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall });
    const data = JSON.stringify(installation);
    await this.#options.installations.save({ platform: 'slack', workspace, data, at: this.#options.now() });
    this.#known.delete(workspace);
  }

  /** Rejects where the workspace is not known, or the store cannot be reached and never told of it. */
  async fetchInstallation(query: InstallationQuery<boolean>): Promise<Installation<'v1' | 'v2', boolean>> {
    const workspace = keyOf(query);
    const found = await this.find(workspace);
    if (found === undefined) throw new Error(`the app is not installed in workspace ${workspace}`);
    return found;
  }

  async deleteInstallation(query: InstallationQuery<boolean>): Promise<void> {
    const workspace = keyOf(query);
    this.#known.delete(workspace);
    await this.#options.installations.remove('slack', workspace);
  }

  /** The installation in a workspace; undefined where there is none. Rejects where the store cannot be reached and never told of it. */
  async find(workspace: string): Promise<Known['found']> {
    const { installations, now, log } = this.#options;
    const known = this.#known.get(workspace);
    const at = now().getTime();
    if (known !== undefined && at - known.at < FRESH) return known.found;
    try {
      const data = await within(PATIENCE, installations.find('slack', workspace));
      const found = data === undefined ? undefined : (JSON.parse(data) as Installation);
      // What is not there may be there in a moment: somebody is installing the app.
      if (found !== undefined) this.#known.set(workspace, { found, at });
      else this.#known.delete(workspace);
      return found;
    } catch (error) {
      if (known === undefined) throw error;
      log.warn(
        { err: error, workspace },
        'the store is not reachable; the installation known from before is used',
      );
      return known.found;
    }
  }
}

/** An organisation-wide installation is kept under the organisation's id. */
function keyOf({ teamId, enterpriseId, isEnterpriseInstall }: Key): string {
  return (isEnterpriseInstall ? enterpriseId : teamId) ?? '';
}
