// Everybody can use it: no finding of axe in light and dark, no page wider than a small phone.
import type { Page } from '@playwright/test';
import { expectClean } from './axe';
import { account, expect, open, test } from './console';
import { type Ids, places } from './places';

/** Every page, by its family and the title that it has. */
const PAGES: Record<string, Record<string, (ids: Ids) => string>> = {
  accounts: {
    'the overview': () => '/overview',
    'the accounts': () => '/accounts',
    'no account found': () => '/accounts?name=Nobody',
    'create account': () => '/accounts/create',
    'an account': ({ team }) => team,
    'a disabled account': ({ disabled }) => disabled,
  },
  users: {
    'the users of an account': ({ team }) => `${team}/users`,
    'the policies': ({ team }) => `${team}/policies`,
    'the sign-in delegates': ({ enterprise }) => `${enterprise}/delegates`,
    'the danger zone': ({ team }) => `${team}/danger`,
    'invite users': ({ team }) => `${team}/users/invite`,
    'add user': ({ team }) => `${team}/users/create`,
    'a user': ({ mila }) => mila,
    'no such user': ({ team }) => `${team}/users/nobody`,
  },
  'developer tools': {
    'the API explorer': () => '/explorer',
    'an operation': () => '/explorer/CreateMeetingWithAttendees',
    'a destructive operation': () => '/explorer/DeleteAccount',
    'the request log': () => '/requests',
    'a request that is no longer known': () => '/requests/100',
    'the tags of an ARN': ({ meeting }) => `/tags?arn=arn:aws:chime::111122223333:meeting/${meeting.split('/').pop()}`,
    'the address check': () => '/address-check',
  },
  'rooms and bots': {
    'the rooms of an account': ({ company }) => `${company}/rooms`,
    'create room': ({ company }) => `${company}/rooms/create`,
    'a room': ({ room }) => room,
    'add users to a room': ({ room }) => `${room}/add`,
    'the bots of an account': ({ company }) => `${company}/bots`,
    'create bot': ({ company }) => `${company}/bots/create`,
    'a bot': ({ bot }) => bot,
    'the retention of an account': ({ company }) => `${company}/retention`,
  },
  meetings: {
    'the meetings': () => '/meetings',
    'start a meeting': () => '/meetings/create',
    'a meeting': ({ meeting }) => meeting,
    'the attendees of a meeting': ({ meeting }) => `${meeting}/attendees`,
    'add attendees': ({ meeting }) => `${meeting}/attendees/create`,
    'an attendee': ({ attendee }) => attendee,
  },
  'what meetings do': {
    'the transcription of a meeting': ({ meeting }) => `${meeting}/transcription`,
    'dial-out': ({ meeting }) => `${meeting}/dial-out`,
    'the end of a meeting': ({ meeting }) => `${meeting}/danger`,
    'the capture pipelines': () => '/media-capture-pipelines',
    'capture a meeting': () => '/media-capture-pipelines/create',
    'a capture pipeline': ({ pipeline }) => pipeline,
  },
  'the emulator': {
    'the clock of the emulator': () => '/emulator/clock',
    'the events of the emulator': () => '/emulator/events',
    'a hook': () => '/emulator/hooks?hook=ping',
    faults: () => '/emulator/faults',
    'data and settings': () => '/emulator/data',
  },
  'phone numbers': {
    'the phone numbers': () => '/phone-numbers',
    'a phone number': () => '/phone-numbers/%2B12065550120',
    'no such phone number': () => '/phone-numbers/%2B12065550199',
    'a search for numbers to order': () => '/phone-numbers/order?product=VoiceConnector&area=206',
    'the orders of numbers': () => '/phone-numbers/orders',
    'an order of numbers': ({ order }) => order,
    'the deletion queue': () => '/phone-numbers/deleted',
    'the phone and call settings': () => '/settings',
  },
  'voice connectors': {
    'the voice connectors': () => '/voice-connectors',
    'create voice connector': () => '/voice-connectors/create',
    'a voice connector': ({ connector }) => connector,
    'a voice connector that is not set up': ({ bare }) => bare,
    'the numbers of a voice connector': ({ connector }) => `${connector}/numbers`,
    origination: ({ connector }) => `${connector}/origination`,
    'no origination': ({ bare }) => `${bare}/origination`,
    termination: ({ connector }) => `${connector}/termination`,
  },
  'calls of voice connectors': {
    'emergency calling': ({ connector }) => `${connector}/emergency`,
    streaming: ({ connector }) => `${connector}/streaming`,
    logging: ({ connector }) => `${connector}/logging`,
    'a proxy and its sessions': ({ session }) => session.split('/').slice(0, -1).join('/'),
    'a proxy session': ({ session }) => session,
    'the end of a voice connector': ({ connector }) => `${connector}/danger`,
    'the voice connector groups': () => '/voice-connector-groups',
    'create voice connector group': () => '/voice-connector-groups/create',
    'a voice connector group': ({ group }) => group,
  },
  'app instances': {
    'the app instances': () => '/app-instances',
    'create app instance': () => '/app-instances/create',
    'an app instance': ({ chat }) => chat,
    'the users of an app instance': ({ chat }) => `${chat}/users`,
    'the administrators': ({ chat }) => `${chat}/admins`,
    'the channels': ({ chat }) => `${chat}/channels`,
    'nobody to act as': ({ staging }) => `${staging}/channels`,
    'message retention': ({ chat }) => `${chat}/retention`,
    'streaming of messages': ({ chat }) => `${chat}/streaming`,
    'no streaming of messages': ({ staging }) => `${staging}/streaming`,
    'the end of an app instance': ({ chat }) => `${chat}/danger`,
  },
  channels: {
    'add app instance user': ({ chat }) => `${chat}/users/create`,
    'an app instance user': ({ chatter }) => chatter,
    'create channel': ({ chat }) => `${chat}/channels/create`,
    'a conversation': ({ channel }) => channel,
    'the members of a channel': ({ channel }) => `${channel}/members`,
    'the moderators of a channel': ({ channel }) => `${channel}/moderators`,
    'the bans of a channel': ({ channel }) => `${channel}/bans`,
    'the settings of a channel': ({ channel }) => `${channel}/settings`,
  },
  SIP: {
    'the SIP media applications': () => '/sip-media-applications',
    'create SIP media application': () => '/sip-media-applications/create',
    'a SIP media application': ({ application }) => application,
    'a test call': ({ application }) => `${application}/test-call`,
    'the end of a SIP media application': ({ application }) => `${application}/danger`,
    'the SIP rules': () => '/sip-rules',
    'create SIP rule': () => '/sip-rules/create',
    'a SIP rule': ({ rule }) => rule,
  },
};

/** What is too wide scrolls in a box of its own, never the page. */
async function fits(page: Page) {
  const { viewport } = test.info().project.use;
  await page.setViewportSize({ width: 360, height: 740 });
  const tooWide = () => {
    const sticksOut = (element: Element) => element.getBoundingClientRect().right > 360;
    const elements = document.documentElement.scrollWidth > 360 ? [...document.body.querySelectorAll('*')] : [];
    return elements.filter(sticksOut).map((element) => (element.cloneNode() as Element).outerHTML);
  };
  await expect.poll(() => page.evaluate(tooWide), page.url()).toEqual([]);
  if (viewport) await page.setViewportSize(viewport);
}

test('connect', async ({ page }) => {
  await page.goto('/connect');
  await expect(page.getByRole('button', { name: 'Connect to the emulator' })).toBeVisible();
  await expectClean(page);
  await fits(page);
});

test('no such page', async ({ page }) => {
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  await expectClean(page);
  await fits(page);
});

for (const [family, pages] of Object.entries(PAGES)) {
  test(`the pages of ${family}`, async ({ page, emulator }) => {
    test.setTimeout(30_000 + Object.keys(pages).length * 8_000);
    const ids = await places(emulator);
    await open(page, '/overview');
    for (const [title, path] of Object.entries(pages)) {
      await test.step(title, async () => {
        await page.goto(path(ids));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('[aria-busy=true], .skeleton')).toHaveCount(0);
        await expectClean(page);
        await fits(page);
      });
    }
  });
}

test('dialogs, menus, help and errors', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Harbor Street Design');
  await open(page, path);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Account name' }).fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('One field needs your attention');
  await expectClean(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave without saving' }).click();

  await page.getByRole('button', { name: 'Info: An account' }).click();
  await page.getByRole('button', { name: 'Theme' }).click();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await expectClean(page);
  await page.keyboard.press('Escape');
  await emulator.faults({ Operation: 'GetAccount', Exception: 'ForbiddenException' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('alert')).toContainText('The account could not be refreshed');
  await expectClean(page);
  await fits(page);
});
