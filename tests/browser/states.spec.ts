// What each page shows when the service refuses what it asks, and when there is nothing: by the table, each page once.
import type { Page } from '@playwright/test';
import { expect, open, test } from './console';
import { type Ids, places } from './places';

type At = (ids: Ids) => string;

/** Each page with what it reads, by family. */
const READS: Record<string, [At, string][]> = {
  accounts: [
    [() => '/accounts', 'ListAccounts'],
    [({ team }) => team, 'GetAccount'],
    [({ company }) => `${company}/users`, 'ListUsers'],
    [({ team }) => `${team}/policies`, 'GetAccountSettings'],
    [({ mila }) => mila, 'GetUser'],
  ],
  'rooms and bots': [
    [({ company }) => `${company}/rooms`, 'ListRooms'],
    [({ room }) => room, 'GetRoom'],
    [({ room }) => room, 'ListRoomMemberships'],
    [({ room }) => `${room}/add`, 'ListUsers'],
    [({ company }) => `${company}/bots`, 'ListBots'],
    [({ bot }) => bot, 'GetBot'],
    [({ bot }) => bot, 'GetEventsConfiguration'],
    [({ company }) => `${company}/retention`, 'GetRetentionSettings'],
  ],
  'phone numbers': [
    [() => '/phone-numbers', 'ListPhoneNumbers'],
    [({ free }) => free, 'GetPhoneNumber'],
    [() => '/phone-numbers/order', 'ListSupportedPhoneNumberCountries'],
    [() => '/phone-numbers/order?product=VoiceConnector&area=206', 'SearchAvailablePhoneNumbers'],
    [() => '/phone-numbers/orders', 'ListPhoneNumberOrders'],
    [({ order }) => order, 'GetPhoneNumberOrder'],
    [() => '/phone-numbers/deleted', 'ListPhoneNumbers'],
    [() => '/settings', 'GetGlobalSettings'],
    [() => '/settings', 'GetPhoneNumberSettings'],
  ],
  'voice connectors': [
    [() => '/voice-connectors', 'ListVoiceConnectors'],
    [({ connector }) => connector, 'GetVoiceConnector'],
    [({ connector }) => `${connector}/numbers`, 'ListPhoneNumbers'],
    [({ connector }) => `${connector}/origination`, 'GetVoiceConnectorOrigination'],
    [({ connector }) => `${connector}/termination`, 'GetVoiceConnectorTermination'],
    [({ connector }) => `${connector}/termination`, 'GetVoiceConnectorTerminationHealth'],
    [({ connector }) => `${connector}/termination`, 'ListVoiceConnectorTerminationCredentials'],
    [({ connector }) => `${connector}/emergency`, 'GetVoiceConnectorEmergencyCallingConfiguration'],
    [({ connector }) => `${connector}/streaming`, 'GetVoiceConnectorStreamingConfiguration'],
    [({ connector }) => `${connector}/logging`, 'GetVoiceConnectorLoggingConfiguration'],
    [({ proxy }) => proxy, 'GetVoiceConnectorProxy'],
    [({ proxy }) => proxy, 'ListProxySessions'],
    [({ session }) => session, 'GetProxySession'],
    [() => '/voice-connector-groups', 'ListVoiceConnectorGroups'],
    [({ group }) => group, 'GetVoiceConnectorGroup'],
  ],
  SIP: [
    [() => '/sip-media-applications', 'ListSipMediaApplications'],
    [({ application }) => application, 'GetSipMediaApplication'],
    [({ application }) => application, 'ListSipRules'],
    [({ application }) => `${application}/logging`, 'GetSipMediaApplicationLoggingConfiguration'],
    [() => '/sip-rules', 'ListSipRules'],
    [({ rule }) => rule, 'GetSipRule'],
  ],
  meetings: [
    [() => '/meetings', 'ListMeetings'],
    [({ meeting }) => meeting, 'GetMeeting'],
    [({ meeting }) => `${meeting}/attendees`, 'ListAttendees'],
    [({ meeting }) => `${meeting}/tags`, 'ListMeetingTags'],
    [({ attendee }) => attendee, 'GetAttendee'],
    [() => '/media-capture-pipelines', 'ListMediaCapturePipelines'],
    [({ pipeline }) => pipeline, 'GetMediaCapturePipeline'],
  ],
  messaging: [
    [() => '/app-instances', 'ListAppInstances'],
    [({ chat }) => chat, 'DescribeAppInstance'],
    [({ chat }) => `${chat}/users`, 'ListAppInstanceUsers'],
    [({ chat }) => `${chat}/admins`, 'ListAppInstanceAdmins'],
    [({ chat }) => `${chat}/channels`, 'ListChannels'],
    [({ chat }) => `${chat}/retention`, 'GetAppInstanceRetentionSettings'],
    [({ chat }) => `${chat}/streaming`, 'GetAppInstanceStreamingConfigurations'],
    [({ chatter }) => chatter, 'DescribeAppInstanceUser'],
    [({ channel }) => channel, 'DescribeChannel'],
    [({ channel }) => channel, 'ListChannelMessages'],
    [({ channel }) => `${channel}/members`, 'ListChannelMemberships'],
    [({ channel }) => `${channel}/moderators`, 'ListChannelModerators'],
    [({ channel }) => `${channel}/bans`, 'ListChannelBans'],
  ],
};

/** Pages of a service in which nothing is yet, and what they say. */
const EMPTY: Record<string, string> = {
  '/accounts': 'No accounts',
  '/phone-numbers': 'No phone numbers',
  '/phone-numbers/orders': 'No orders',
  '/phone-numbers/deleted': 'No numbers wait to be erased',
  '/voice-connectors': 'No voice connectors',
  '/voice-connector-groups': 'No voice connector groups',
  '/sip-media-applications': 'No SIP media applications',
  '/sip-rules': 'No SIP rules',
  '/meetings': 'No meeting goes on',
  '/media-capture-pipelines': 'No meeting is captured',
  '/app-instances': 'No app instances',
};

/** Parts of things of the demo that nobody has set up. */
const BARE: [At, string][] = [
  [({ bare }) => `${bare}/numbers`, 'No phone numbers'],
  [({ bare }) => `${bare}/origination`, 'Inbound calls have nowhere to go'],
  [({ bare }) => `${bare}/termination`, 'Nobody can call out'],
  [({ bare }) => `${bare}/emergency`, 'Emergency calls go nowhere special'],
  [({ bare }) => `${bare}/streaming`, 'Calls are not streamed'],
  [({ bare }) => `${bare}/proxy`, 'No proxy sessions'],
  [({ enterprise }) => `${enterprise}/rooms`, 'No rooms'],
  [({ enterprise }) => `${enterprise}/bots`, 'No bots'],
  [({ staging }) => `${staging}/users`, 'No users'],
  [({ staging }) => `${staging}/streaming`, 'Streaming is not set up'],
];

/** Another page, as a link leads there. */
const follow = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);

const nothing = (page: Page, title: string) => page.locator('.empty-state').filter({ hasText: title });

for (const [family, reads] of Object.entries(READS)) {
  test(`what is refused is told and asked again: ${family}`, async ({ page, emulator }) => {
    test.setTimeout(30_000 + reads.length * 8_000);
    const ids = await places(emulator);
    await open(page, '/overview');
    for (const [at, operation] of reads) {
      await test.step(`${operation} on ${at(ids)}`, async () => {
        await emulator.faults({ Operation: operation, Exception: 'BadRequestException' });
        await page.goto(at(ids));
        const told = page.getByRole('alert').filter({ hasText: 'BadRequest' });
        await expect(told.first()).toContainText('This fault was asked for');
        await emulator.faults();
        await told.first().getByRole('button', { name: 'Try again' }).click();
        await expect(told).toHaveCount(0);
      });
    }
  });
}

test('where nothing is, the page says what it is for', async ({ page, emulator }) => {
  test.setTimeout(60_000);
  await emulator.control('POST', 'reset');
  await open(page, '/overview');
  for (const [path, title] of Object.entries(EMPTY)) {
    await follow(page, path);
    await expect(nothing(page, title), path).toBeVisible();
  }
});

test('a part that is not set up says so, and is no error', async ({ page, emulator }) => {
  test.setTimeout(60_000);
  const ids = await places(emulator);
  await open(page, '/overview');
  for (const [at, title] of BARE) {
    await follow(page, at(ids));
    await expect(nothing(page, title), at(ids)).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: /could not/ })).toHaveCount(0);
  }
});
