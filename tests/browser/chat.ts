// The demo's app instance, for tests of messaging: its users and channels by name, and where their pages are.
import type { Page } from '@playwright/test';
import type { Emulator } from './console';

/** An app instance of the demo. */
export async function instance(emulator: Emulator, name = 'Cascadia Community') {
  const { chime } = emulator;
  const { AppInstances = [] } = await chime.listAppInstances({});
  const arn = AppInstances.find((it) => it.Name === name)?.AppInstanceArn;
  if (!arn) throw new Error(`the demo has no app instance ${name}`);
  const path = `/app-instances/${encodeURIComponent(arn)}`;
  const { AppInstanceUsers = [] } = await chime.listAppInstanceUsers({ AppInstanceArn: arn, MaxResults: 50 });
  const { AppInstanceAdmins = [] } = await chime.listAppInstanceAdmins({ AppInstanceArn: arn });
  const admin = AppInstanceAdmins[0]?.Admin?.Arn ?? '';
  return {
    arn,
    path,
    admin,
    users: AppInstanceUsers.map((it) => ({ name: it.Name ?? '', arn: it.AppInstanceUserArn ?? '' })),
    /** The ARN of a user by name. */
    user(name: string) {
      const user = AppInstanceUsers.find((it) => it.Name === name)?.AppInstanceUserArn;
      if (!user) throw new Error(`the app instance has no user ${name}`);
      return { arn: user, path: `${path}/users/${encodeURIComponent(user)}` };
    },
    /** A channel by name. */
    async channel(name: string) {
      for (const Privacy of ['PUBLIC', 'PRIVATE'] as const) {
        const { Channels = [] } = await chime.listChannels({ AppInstanceArn: arn, Privacy, ChimeBearer: admin });
        const found = Channels.find((it) => it.Name === name)?.ChannelArn;
        if (found) return { arn: found, path: `${path}/channels/${encodeURIComponent(found)}` };
      }
      throw new Error(`the app instance has no channel ${name}`);
    },
  };
}

/** Acts as a user from now on, as a person chooses one. */
export async function actAs(page: Page, name: string) {
  await page.getByLabel('Acting as').selectOption({ label: 'Another user…' });
  const dialog = page.getByRole('dialog', { name: 'Act as another user' });
  await dialog.getByRole('radio', { name: `Select ${name}` }).check();
  await dialog.getByRole('button', { name: 'Act as this user' }).click();
}
